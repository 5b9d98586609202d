import { disagreementOf } from '../../cluster/disagreement.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { sameValueFix } from './same-value-fix.ts';

/**
 * vrrp_dispatcher_read() in keepalived/vrrp/vrrp_scheduler.c looks the instance up by the VRID of the
 * advertisement; one for another VRID is not looked at (RFC 5798, section 7.1).
 */
export const virtualRouterIdMismatch = defineRule({
  id: 'virtual-router-id-mismatch',
  scope: 'cluster',
  severity: 'error',
  summary: 'Instances that are one virtual router have different VRIDs on different nodes',
  check({ virtualRouters }, { report, quote }) {
    for (const { members } of virtualRouters) {
      const numbered = members.flatMap(({ node, instance }) =>
        instance.virtual_router_id ? [{ node, instance, id: instance.virtual_router_id }] : [],
      );
      const disagreement = disagreementOf(numbered, ({ id }) => id.value);
      if (!disagreement) continue;
      const { reference, agreeing, deviants } = disagreement;
      for (const { id, node, instance } of deviants) {
        const isTaken = (node.config.vrrp_instance ?? []).some(
          ({ virtual_router_id: other }) => other?.value === reference.id.value,
        );
        report({
          at: locationOf(id),
          message: `virtual_router_id ${id.value} of ${quote(nameOf(instance))} differs from ${reference.id.value} on ${nodeNames(agreeing)}`,
          notes: [
            'keepalived finds the instance by the VRID of an advertisement and ignores one that fits none, silently ("Unknown VRID", with log_unknown_vrids)',
            'the nodes do not hear each other: each becomes master and holds the addresses',
          ],
          help: 'give all nodes the same virtual_router_id',
          fix: agreeing.length > 1 && !isTaken ? sameValueFix(id, reference.id.value) : undefined,
          related: [
            {
              location: locationOf(reference.id),
              message: `virtual_router_id ${reference.id.value} here`,
            },
          ],
        });
      }
    }
  },
});
