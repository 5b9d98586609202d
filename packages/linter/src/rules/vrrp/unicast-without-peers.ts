import type { VrrpInstance } from '@kalint/parser';
import { nameOf } from '../../cluster/names.ts';
import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import { mentions } from '../blocks/mentions.ts';
import { unicastSettingOf } from './unicast-settings.ts';

/**
 * vrrp_complete_instance() in keepalived/vrrp/vrrp.c goes back to multicast, and calls it deprecated, or
 * stops the instance;
 * vrrp_end_handler() in keepalived/vrrp/vrrp_parser.c clears unicast_ttl.
 */
export const unicastWithoutPeers = defineRule({
  id: 'unicast-without-peers',
  scope: 'config',
  severity: 'warning',
  summary: 'An instance has unicast settings but no unicast peers: it uses multicast',
  check(node, { report, quote }) {
    // Peers may stand in a file that was not read.
    if (!isComplete(node)) return;
    for (const instance of node.config.vrrp_instance ?? []) {
      const setting = unicastSettingOf(instance) ?? instance.unicast_ttl?.statement;
      if (!setting || hasPeers(instance)) continue;
      const isFault = instance.unicast_fault_no_peer !== undefined;
      report({
        at: setting.keyword,
        message: `${quote(nameOf(instance))} has unicast settings but no unicast peers: it ${isFault ? 'stays in the FAULT state' : 'uses multicast'}`,
        notes: [
          isFault
            ? 'because of `unicast_fault_no_peer` keepalived does not go back to multicast; it logs "Cannot use unicast without any peers - going to fault state"'
            : 'keepalived sends the advertisements to the multicast group, and reports "A unicast keyword has been specified without any unicast peers", or that it cannot use unicast_ttl',
        ],
        help: 'list the other routers in `unicast_peer`, or remove the unicast settings',
      });
    }
  },
});

/** A peer that cannot be read is another mistake, and so is a misspelt unicast_peer. */
function hasPeers({ unicast_peer, statements }: VrrpInstance): boolean {
  if (!unicast_peer)
    return statements.some(({ block }) => mentions(block?.items ?? [], 'unicast_peer'));
  return unicast_peer.statements.some(({ block }) => block && block.items.length > 0);
}
