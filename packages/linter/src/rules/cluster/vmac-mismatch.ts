import { differencesOf } from '../../cluster/disagreement.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import type { Member } from '../../cluster/virtual-routers.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/** RFC 5798, section 7.3: the virtual MAC address, which use_vmac gives, moves with the addresses. */
export const vmacMismatch = defineRule({
  id: 'vmac-mismatch',
  scope: 'cluster',
  severity: 'info',
  profile: 'strict',
  summary: 'One node of a virtual router uses the virtual MAC address, and another one its own',
  check({ virtualRouters }, { report, quote }) {
    for (const { members } of virtualRouters) {
      for (const { own, reference, agreeing } of differencesOf(members, modeOf)) {
        report({
          at: placeOf(own),
          message:
            modeOf(own) === 'use_vmac'
              ? `${quote(nameOf(own.instance))} has use_vmac here, but not on ${nodeNames(agreeing)}`
              : `${quote(nameOf(own.instance))} has no use_vmac, which ${nodeNames(agreeing)} has`,
          notes: [
            'with the virtual MAC address hosts and switches need not learn anything at failover; when it changes all the same they do',
          ],
          help: 'set use_vmac on all nodes, or on none',
          related: [{ location: placeOf(reference), message: 'the other node' }],
        });
      }
    }
  },
});

function modeOf({ instance }: Member): 'use_vmac' | 'none' {
  return (instance.use_vmac ?? []).length > 0 ? 'use_vmac' : 'none';
}

function placeOf({ instance }: Member): ReturnType<typeof locationOf> {
  return locationOf(instance.use_vmac?.[0] ?? instance);
}
