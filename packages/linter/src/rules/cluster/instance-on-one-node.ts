import { nameOf, nodeNames } from '../../cluster/names.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/** RFC 5798, section 1: a virtual router without a backup is none that anybody stands in for. */
export const instanceOnOneNode = defineRule({
  id: 'instance-on-one-node',
  scope: 'cluster',
  severity: 'info',
  profile: 'strict',
  summary: 'A VRRP instance stands in the file of one node only',
  check({ nodes, virtualRouters }, { report, quote }) {
    for (const { members } of virtualRouters) {
      const [member, another] = members;
      if (!member || another) continue;
      const others = nodes.filter(
        (node) => node !== member.node && (node.config.vrrp_instance ?? []).length > 0,
      );
      if (others.length === 0) continue;
      report({
        at: locationOf(member.instance),
        message: `${quote(nameOf(member.instance))} has no counterpart on ${nodeNames(others.map((node) => ({ node })))}`,
        notes: [
          'no instance there has an address, a VRID or a name in common with it: when this node fails nobody takes its addresses over',
        ],
        help: 'write the instance into the files of the other nodes, with the same VRID and addresses',
      });
    }
  },
});
