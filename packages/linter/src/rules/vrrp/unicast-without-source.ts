import { isUnicast } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { isComplete } from '../../cluster/node.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/** vrrp_complete_instance() in keepalived/vrrp/vrrp.c takes the first address of the interface. */
export const unicastWithoutSource = defineRule({
  id: 'unicast-without-source',
  scope: 'config',
  severity: 'info',
  profile: 'strict',
  summary: 'An instance with unicast peers does not say which address it sends from',
  check(node, { report, quote }) {
    if (!isComplete(node)) return;
    for (const instance of node.config.vrrp_instance ?? []) {
      const { unicast_peer: peers, unicast_src_ip, mcast_src_ip, use_ipvlan } = instance;
      if (!peers || !isUnicast(instance) || unicast_src_ip || mcast_src_ip || use_ipvlan) continue;
      // Without an interface it needs one, which is reported as such.
      if (!instance.interface) continue;
      report({
        at: locationOf(peers),
        message: `${quote(nameOf(instance))} has unicast peers and no \`unicast_src_ip\``,
        notes: [
          'keepalived sends from whichever address the interface has first; it may be another one than the peers list, and another one tomorrow',
        ],
        help: 'add `unicast_src_ip` with the address that the other nodes list',
      });
    }
  },
});
