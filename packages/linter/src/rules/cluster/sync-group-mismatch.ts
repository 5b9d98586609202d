import type { Location } from '@kalint/parser';
import { differencesOf } from '../../cluster/disagreement.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import type { Node } from '../../cluster/node.ts';
import type { Member, VirtualRouter } from '../../cluster/virtual-routers.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { syncGroupsOf, type SyncGroup } from './sync-groups.ts';

/** keepalived/vrrp/vrrp_sync.c: the instances of a group change their state together, on one node. */
export const syncGroupMismatch = defineRule({
  id: 'sync-group-mismatch',
  scope: 'cluster',
  severity: 'warning',
  summary: 'Instances that are in one sync group on one node are not on another',
  check({ nodes, virtualRouters }, { report, quote }) {
    const seen = new Set<Node>();
    for (const couple of couplesOf(virtualRouters, new Set(nodes.filter(hasSoundGroups)))) {
      const differences = differencesOf(couple, ({ together }) => String(together !== undefined));
      for (const { own, reference, agreeing } of differences) {
        // The other instances of the group say the same.
        if (seen.has(own.first.node)) continue;
        seen.add(own.first.node);
        const names = `${quote(nameOf(own.first.instance))} and ${quote(nameOf(own.second.instance))}`;
        const others = nodeNames(agreeing.map(({ first }) => first));
        report({
          at: placeOf(own),
          message: own.together
            ? `${names} are in one sync group here, but not on ${others}`
            : `${names} are in one sync group on ${others}, but not here`,
          notes: [
            'a group moves to another node as a whole; where there is none, one instance can move and the other stay: the addresses are on different nodes then',
          ],
          help: 'put the same instances into the same vrrp_sync_group on all nodes',
          related: [{ location: placeOf(reference), message: 'the other node' }],
        });
      }
    }
  },
});

/**
 * What is wrong with a group by itself is reported there: members that do not exist, one alone, an
 * instance in two groups.
 */
function hasSoundGroups({ config }: Node): boolean {
  const instances = new Set((config.vrrp_instance ?? []).map(({ header }) => header));
  const groups = (config.vrrp_sync_group ?? []).map(
    ({ group }) => group?.entries.map(({ value }) => value) ?? [],
  );
  const all = groups.flat();
  return (
    new Set(all).size === all.length &&
    groups.every((names) => names.length > 1 && names.every((name) => instances.has(name)))
  );
}

/** Two instances of a node, and the group in which they are together. */
interface Couple {
  readonly first: Member;
  readonly second: Member;
  readonly together: SyncGroup | undefined;
}

/** What the nodes make of two virtual routers, one of which is the first in a group of the other. */
function couplesOf(
  routers: readonly VirtualRouter[],
  judged: ReadonlySet<Node>,
): readonly (readonly Couple[])[] {
  const groups = syncGroupsOf(routers);
  const groupOf = new Map(
    groups.flatMap((group) => group.members.map(({ member }) => [member, group] as const)),
  );
  const couples = new Map<VirtualRouter, Set<VirtualRouter>>();
  for (const { members } of groups) {
    const [first, ...others] = members;
    if (!first) continue;
    const known = couples.get(first.router) ?? new Set<VirtualRouter>();
    for (const { router } of others) {
      if (!couples.get(router)?.has(first.router)) known.add(router);
    }
    couples.set(first.router, known);
  }
  return [...couples].flatMap(([router, others]) =>
    [...others].map((other) =>
      router.members.flatMap((first) => {
        const second = other.members.find(({ node }) => node === first.node);
        if (!second || !judged.has(first.node)) return [];
        const group = groupOf.get(first);
        const together = group === groupOf.get(second) ? group : undefined;
        return [{ first, second, together }];
      }),
    ),
  );
}

function placeOf({ together, second }: Couple): Location {
  return together ? nameOf(together.group) : locationOf(second.instance);
}
