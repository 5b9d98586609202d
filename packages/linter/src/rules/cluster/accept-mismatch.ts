import { differencesOf } from '../../cluster/disagreement.ts';
import { isDisputed } from '../../cluster/disputed.ts';
import { addressOwnerPriority, basePriorityOf } from '../../cluster/effective.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import type { Member } from '../../cluster/virtual-routers.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/**
 * vrrp_complete_instance() in keepalived/vrrp/vrrp.c: without accept a master that is no address owner gets
 * firewall rules that drop what is sent to the virtual addresses (RFC 5798, section 6.4.3, Accept_Mode).
 */
export const acceptMismatch = defineRule({
  id: 'accept-mismatch',
  scope: 'cluster',
  severity: 'warning',
  summary: 'The virtual addresses answer on one node and not on another',
  check({ virtualRouters }, { report, quote }) {
    for (const { members } of virtualRouters) {
      const settled = members.filter(isSettled);
      for (const { own, reference, agreeing } of differencesOf(settled, modeOf)) {
        const setting = own.instance.no_accept ?? own.instance.accept ?? own.instance;
        const other =
          reference.instance.no_accept ?? reference.instance.accept ?? reference.instance;
        report({
          at: locationOf(setting),
          message: own.instance.no_accept
            ? `${quote(nameOf(own.instance))} has no_accept here, but not on ${nodeNames(agreeing)}`
            : `${quote(nameOf(own.instance))} has no_accept on ${nodeNames(agreeing)}, but not here`,
          notes: [
            'with no_accept keepalived makes firewall rules that drop what is sent to the virtual addresses: whether they answer depends on which node is master',
          ],
          help: 'set no_accept on all nodes, or on none',
          related: [{ location: locationOf(other), message: 'the other node' }],
        });
      }
    }
  },
});

/** An address owner always answers; what strict mode does is strict-mode-unreachable-address. */
function isSettled(member: Member): boolean {
  if (isDisputed(member, ['accept', 'no_accept'])) return false;
  const { node, instance } = member;
  const isOwner = basePriorityOf(instance).value === addressOwnerPriority;
  const isStrict = instance.strict_mode ?? node.config.global_defs?.vrrp_strict;
  return !isOwner && !(isStrict?.value ?? false) && !(instance.accept && instance.no_accept);
}

function modeOf({ instance }: Member): 'accept' | 'no_accept' {
  return instance.no_accept ? 'no_accept' : 'accept';
}
