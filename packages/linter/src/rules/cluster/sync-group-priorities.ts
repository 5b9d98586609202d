import { basePriorityOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import type { Member, VirtualRouter } from '../../cluster/virtual-routers.ts';
import { defineRule } from '../../rule.ts';
import { announcedPriorityOf } from '../../failover/analysis/weights.ts';
import { syncGroupsOf, type SyncGroup } from './sync-groups.ts';

/**
 * vrrp_sync_can_goto_master() in keepalived/vrrp/vrrp_sync.c: a group becomes master only when all of its
 * instances would. Two running 2.2.7 daemons, each with the higher priority for one of two instances: the
 * one that was there first kept both.
 */
export const syncGroupPriorities = defineRule({
  id: 'sync-group-priorities',
  scope: 'cluster',
  severity: 'warning',
  summary: 'In a sync group each of two nodes has the higher priority for another instance',
  check({ virtualRouters }, { report, quote }) {
    for (const { a, b } of conflictsAmong(virtualRouters)) {
      const own = basePriorityOf(b.lower.instance);
      const other = basePriorityOf(b.higher.instance);
      report({
        at: own.at,
        message: `${quote(nameOf(b.lower.instance))} has a lower priority than on ${a.higher.node.name}, but ${quote(nameOf(b.higher.instance))} of the same sync group a higher one`,
        notes: [
          ...weightNotes([a.higher, b.higher, a.lower, b.lower]),
          'a sync group becomes master only when all its instances would: neither node can take the addresses over from the other',
          'the node that comes first stays master, and when both are master for a moment both give way',
        ],
        help: 'give one node the higher priority for all instances of the group',
        related: [
          { location: other.at, message: `priority ${other.value} here` },
          {
            location: basePriorityOf(a.higher.instance).at,
            message: `priority ${basePriorityOf(a.higher.instance).value} on ${a.higher.node.name}`,
          },
          {
            location: basePriorityOf(a.lower.instance).at,
            message: `priority ${basePriorityOf(a.lower.instance).value} on ${a.lower.node.name}`,
          },
        ],
      });
    }
  },
});

/** What the priorities that are written do not tell. */
function weightNotes(members: readonly Member[]): readonly string[] {
  const isChanged = members.some((member) => {
    const announced = announcedPriorityOf(member);
    return announced !== undefined && announced !== basePriorityOf(member.instance).value;
  });
  return isChanged ? ['weights of checks that work are added to the priorities'] : [];
}

/** Instances of two nodes that are one virtual router, or of one node in one group. */
interface Side {
  readonly higher: Member;
  readonly lower: Member;
}

/** For each two nodes the first conflict in a group that both have. */
function conflictsAmong(
  routers: readonly VirtualRouter[],
): readonly { readonly a: Side; readonly b: Side }[] {
  const conflicts = new Map<string, { a: Side; b: Side }>();
  const wins = winsIn(routers);
  for (const won of wins.values()) {
    const [a, b] = won.groups;
    const lost = wins.get(keyOf(b, a));
    const pair = [a.node.name, b.node.name].sort().join('\n');
    if (!lost || conflicts.has(pair)) continue;
    conflicts.set(pair, {
      a: { higher: won.higher, lower: lost.lower },
      b: { higher: lost.higher, lower: won.lower },
    });
  }
  return [...conflicts.values()];
}

/** An instance with which a group of one node is above that of another. */
interface Win extends Side {
  readonly groups: readonly [SyncGroup, SyncGroup];
}

/** The first for each two groups. */
function winsIn(routers: readonly VirtualRouter[]): ReadonlyMap<string, Win> {
  const groupOf = new Map(
    syncGroupsOf(routers).flatMap((group) =>
      group.members.map(({ member }) => [member, group] as const),
    ),
  );
  const wins = new Map<string, Win>();
  for (const { members } of routers) {
    for (const higher of members) {
      for (const lower of members) {
        const a = groupOf.get(higher);
        const b = groupOf.get(lower);
        if (!a || !b || a === b || !outranks(higher, lower)) continue;
        const key = keyOf(a, b);
        if (!wins.has(key)) wins.set(key, { higher, lower, groups: [a, b] });
      }
    }
  }
  return wins;
}

function keyOf(a: SyncGroup, b: SyncGroup): string {
  return [a.node.name, a.group.header, b.node.name, b.group.header].join('\n');
}

/** While everything works; by the priority that is written where the number in a file adds to it. */
function outranks(a: Member, b: Member): boolean {
  const [own, theirs] = [announcedPriorityOf(a), announcedPriorityOf(b)];
  return own === undefined || theirs === undefined
    ? basePriorityOf(a.instance).value > basePriorityOf(b.instance).value
    : own > theirs;
}
