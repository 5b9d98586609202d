import type { Release } from '@kalint/parser';
import { addressOwnerPriority, basePriorityOf } from '../../cluster/effective.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { startsAsMaster } from './initial-state.ts';

/** vrrp_init_state() in keepalived/vrrp/vrrp_scheduler.c; RFC 5798, section 6.4.1. */
export const severalInitialMasters = defineRule({
  id: 'several-initial-masters',
  scope: 'cluster',
  severity: 'warning',
  summary: 'More than one node of a virtual router has `state MASTER`',
  check({ virtualRouters, release }, { report, quote }) {
    for (const { members } of virtualRouters) {
      const masters = members.flatMap(({ node, instance }) =>
        instance.state?.value === 'MASTER'
          ? [{ node, instance, state: instance.state, priority: basePriorityOf(instance).value }]
          : [],
      );
      const [first, second, ...more] = masters;
      if (!first || !second) continue;
      // Two address owners are the mistake then, which equal-priority reports.
      if (masters.every(({ priority }) => priority === addressOwnerPriority)) continue;
      const others = [first, ...more];
      report({
        at: locationOf(second.state),
        message: `${quote(nameOf(second.instance))} has state MASTER here and on ${nodeNames(others)}`,
        notes: noteFor(release),
        help: helpFor(masters),
        related: others.map(({ state }) => ({
          location: locationOf(state),
          message: 'state MASTER here',
        })),
      });
    }
  },
});

function noteFor(release: Release): readonly string[] {
  return startsAsMaster(release)
    ? ['all of them start as master, and those with the lower priority give way afterwards']
    : [
        'state is only a hint: every node starts as backup unless its priority is 255, and the highest priority becomes master',
      ];
}

function helpFor(
  masters: readonly { readonly node: { readonly name: string }; readonly priority: number }[],
): string {
  const [best, next] = [...masters].sort((a, b) => b.priority - a.priority);
  return best && next && best.priority > next.priority
    ? `keep \`state MASTER\` on ${best.node.name}, which has the highest priority, and write \`state BACKUP\` on the others`
    : 'keep `state MASTER` on the node with the highest priority and write `state BACKUP` on the others';
}
