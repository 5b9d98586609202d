import { deviationsOf } from '../../cluster/disagreement.ts';
import { isMulticast, multicastGroupOf } from '../../cluster/effective.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import type { Member } from '../../cluster/virtual-routers.ts';
import { defineRule } from '../../rule.ts';
import { byDefault } from './by-default.ts';

/**
 * vrrp_complete_instance() in keepalived/vrrp/vrrp.c chooses the group, open_vrrp_read_socket() joins
 * that one alone. RFC 5798, section 5.1.1.2: 224.0.0.18; section 5.1.2.2: ff02::12.
 */
export const multicastGroupMismatch = defineRule({
  id: 'multicast-group-mismatch',
  scope: 'cluster',
  severity: 'error',
  summary: 'Nodes of one virtual router advertise to different multicast groups',
  check({ virtualRouters }, { report, quote }) {
    const routers = virtualRouters.map(({ members }) =>
      members.filter(({ instance }) => isMulticast(instance)),
    );
    const groups = ({ node, instance }: Member) => multicastGroupOf(node, instance);
    for (const deviation of deviationsOf(routers, groups, ({ key }) => key)) {
      const { member, own, expected, agreeing, at, isGlobal } = deviation;
      const subject = isGlobal ? 'this node' : quote(nameOf(member.instance));
      report({
        at,
        message: `${subject} advertises to ${own.value.text}${byDefault(own)}, but ${nodeNames(agreeing)} to ${expected.value.text}`,
        notes: [
          'a node receives only what is sent to its own group: each becomes master and holds the addresses',
        ],
        help: 'set the same multicast group on all nodes',
        related: [
          {
            location: expected.at,
            message: `${expected.value.text}${byDefault(expected)} here`,
          },
        ],
      });
    }
  },
});
