import { effectOf, type Effect } from '../election/conditions.ts';
import type { Contest, Contestant } from '../election/contest.ts';
import { isOff, type Fault } from '../model/faults.ts';
import type { FailoverModel, ModelTracker, TrackedItem } from '../model/model.ts';

/** The faults of one node that concern a contest: the host's, then those of what its instances track. */
export function faultsOf(model: FailoverModel, contest: Contest, index: number): readonly Fault[] {
  const node = model.nodes[index];
  if (!node) return [];
  const { name, items } = node;
  const contestants = contest.contestants.filter((each) => each.node === index);
  return [
    { kind: 'down', node: name },
    { kind: 'stop', node: name },
    ...items.flatMap((item, place): readonly Fault[] => {
      const { kind, name: itemName } = item;
      const trackers = contestants.flatMap(({ member }) =>
        member.trackers.filter((tracker) => tracker.item === place),
      );
      if (kind !== 'file') {
        const carries = contestants.some(({ member }) => member.interface === itemName);
        const isConcerned = trackers.length > 0 || (kind === 'interface' && carries);
        return isConcerned ? [{ kind, node: name, name: itemName }] : [];
      }
      const values = valuesOf(contest, contestants, item, place);
      return values.map((value) => ({ kind, node: name, name: itemName, value }));
    }),
  ];
}

/**
 * Numbers in a file that stand for all others: 1, the smallest that reaches FAULT, and the smallest that brings
 * an instance to the other side of the base priority of another node.
 */
function valuesOf(
  contest: Contest,
  contestants: readonly Contestant[],
  item: TrackedItem,
  place: number,
): readonly number[] {
  const values = new Set([item.value === 0 ? 1 : 0]);
  for (const { member, node, router } of contestants) {
    for (const tracker of member.trackers) {
      if (tracker.item !== place || tracker.weight === 0) continue;
      values.add(valueForFault(tracker));
      const step = Math.abs(tracker.weight);
      for (const rival of contest.contestants) {
        if (rival.router !== router || rival.node === node) continue;
        values.add(Math.floor(Math.abs(member.base - rival.member.base) / step) + 1);
      }
    }
  }
  return [...values].filter((value) => value !== item.value).sort((a, b) => a - b);
}

/** The value with which the weight, or its opposite, comes to -254 (vrrp_track.c). */
function valueForFault({ weight, reverse }: ModelTracker): number {
  const value = Math.ceil(254 / Math.abs(weight));
  return weight < 0 === reverse ? -value : value;
}

/** Faults of one node with one effect on a contest, the fewest there are. */
export interface NodeFaults {
  readonly faults: readonly Fault[];
  readonly effect: Effect;
}

/**
 * What up to `most` faults of one node can do to a contest, each effect once, fewest faults first. The number
 * of effects is bounded by the priorities that can be reached, not by the combinations.
 *
 * Where not all hear all, it matters who was master when a host went off: there what had failed on it before
 * is a part of the effect.
 */
export function nodeFaultsOf(
  model: FailoverModel,
  contest: Contest,
  index: number,
  most: number,
): readonly NodeFaults[] {
  // What a check says is more telling than that the host is down, which has the effect of FAULT.
  const single = faultsOf(model, contest, index).toSorted((a, b) => rankOf(a) - rankOf(b));
  const made = new Map<string, NodeFaults>();
  const distinct = new Map<string, NodeFaults>();
  const healthy: NodeFaults = { faults: [], effect: effectOf(model, contest, index, []) };
  const add = (before: NodeFaults, added: readonly Fault[]): readonly NodeFaults[] => {
    const faults = [...before.faults, ...added];
    const each = { faults, effect: effectOf(model, contest, index, faults) };
    const past = added.some(isOff) && !contest.isOpen ? `${resultOf(before.effect)} ` : '';
    const key = `${past}${sumsOf(each.effect)}`;
    if (made.has(key)) return [];
    made.set(key, each);
    const result = `${past}${resultOf(each.effect)}`;
    if (!distinct.has(result)) distinct.set(result, each);
    return [each];
  };
  let last = add(healthy, []);
  for (let count = 1; count <= most; count++) {
    last = last.flatMap((before) =>
      single.flatMap((fault) =>
        canJoin(contest, before.faults, fault) ? add(before, [fault]) : [],
      ),
    );
  }
  return [...distinct.values()];
}

function rankOf(fault: Fault): number {
  if (isOff(fault)) return 2;
  return fault.kind === 'interface' ? 1 : 0;
}

/** On a host that is off nothing else fails any more, and an item fails once. */
function canJoin({ isOpen }: Contest, faults: readonly Fault[], added: Fault): boolean {
  if (!('name' in added)) return faults.length === 0 || (!isOpen && !faults.some(isOff));
  return faults.every(
    (each) => 'name' in each && (each.kind !== added.kind || each.name !== added.name),
  );
}

/** What further faults can build upon: two sums can be limited to the same priority. */
function sumsOf({ conditions }: Effect): string {
  return conditions
    .map(({ standing, total, isCutOff }) =>
      typeof standing === 'number' ? `${total}${isCutOff ? '!' : ''}` : standing,
    )
    .join();
}

/** What counts in the election; whether one that ends can say so, too. */
function resultOf({ conditions }: Effect): string {
  return conditions
    .map(({ standing, isCutOff }) => {
      const priority = typeof standing === 'number' ? standing : 0;
      return `${priority}${isCutOff ? '!' : ''}`;
    })
    .join();
}
