import type { Release, VrrpInstance } from '@kalint/parser';
import { addressOwnerPriority, basePriorityOf } from '../../cluster/effective.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import { locationOf, type Fix } from '../../diagnostic.ts';
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
        fix: fixFor(masters),
        related: others.map(({ state }) => ({
          location: locationOf(state),
          message: 'state MASTER here',
        })),
      });
    }
  },
});

interface InitialMaster {
  readonly node: { readonly name: string };
  readonly instance: VrrpInstance;
  readonly state: NonNullable<VrrpInstance['state']>;
  readonly priority: number;
}

/**
 * Without a priority of its own `state MASTER` means 255, and decides. A line may be one that several nodes
 * read, of a file with `@id` lines.
 */
function fixFor(masters: readonly InitialMaster[]): Fix | undefined {
  const [best, next] = [...masters].sort((a, b) => b.priority - a.priority);
  if (!best || best.priority === next?.priority) return undefined;
  const others = masters.filter((master) => master !== best);
  if (!others.every(({ instance }) => instance.priority)) return undefined;
  const places = masters.map(({ state: { statement } }) => statement.keyword);
  const isShared = places.some(({ source, span }, index) =>
    places
      .slice(index + 1)
      .some((each) => each.source === source && each.span.start === span.start),
  );
  if (isShared) return undefined;
  const edits = others.flatMap(({ state }) =>
    state.words.map(({ source, span }) => ({ source, span, text: 'BACKUP' })),
  );
  return { title: `keep \`state MASTER\` on ${best.node.name} alone`, safety: 'unsafe', edits };
}

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
