import { groupsOf } from '../../cluster/disagreement.ts';
import { nodeNames } from '../../cluster/names.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/**
 * router_id is the name of the machine in the subject of mails (keepalived/core/smtp.c) and in SNMP
 * (keepalived/core/snmp.c); it is not in the advertisements.
 */
export const identicalRouterId = defineRule({
  id: 'identical-router-id',
  scope: 'cluster',
  severity: 'info',
  summary: 'Several nodes have the same router_id',
  check({ nodes }, { report, quote }) {
    const named = nodes.flatMap((node) => {
      const routerId = node.config.global_defs?.router_id;
      const [word] = routerId?.words ?? [];
      return routerId && word ? [{ node, routerId, word }] : [];
    });
    for (const group of groupsOf(named, ({ routerId }) => routerId.value)) {
      const [first, second, ...more] = group;
      if (!first || !second) continue;
      const others = [first, ...more];
      report({
        at: locationOf(second.routerId),
        message: `router_id is ${quote(second.word)} here and on ${nodeNames(others)}`,
        notes: [
          'router_id names the machine in mails and SNMP: they cannot be told apart there. It does not matter for the election',
        ],
        help: 'give each node a name of its own, or leave router_id out: it is the host name then',
        related: others.map(({ routerId }) => ({
          location: locationOf(routerId),
          message: 'the same router_id here',
        })),
      });
    }
  },
});
