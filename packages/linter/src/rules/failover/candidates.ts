import type { Location } from '@kalint/parser';
import { addressOwnerPriority } from '../../cluster/effective.ts';
import {
  failureOf,
  isSameSite,
  type ClusterFailover,
  type Election,
  type KnownMember,
  type KnownRouter,
} from '../../failover/analysis/cluster-failover.ts';
import { effectOf } from '../../failover/election/conditions.ts';
import { formatFault, type Fault } from '../../failover/model/faults.ts';
import type { ItemKind, ModelTracker } from '../../failover/model/model.ts';
import {
  contribution,
  effectivePriority,
  healthyPriority,
  priorityWithout,
  reachablePriorities,
  type Weighted,
} from '../../failover/election/priority.ts';
import { dependsOnFile } from '../../failover/analysis/weights.ts';

/** A member whose priority can be computed. */
export interface Candidate {
  readonly member: KnownMember;
  /** With what the files say while nothing has happened. */
  readonly base: number;
  /** What changes it: the checks, and what is in files. */
  readonly weights: readonly Weighted[];
  readonly checks: readonly Check[];
  /** The priority while everything works. */
  readonly healthy: number;
  readonly reachable: ReadonlySet<number>;
}

/** A tracker that changes the priority, not by a file. */
export type Check = Required<ModelTracker> & {
  readonly kind: ItemKind;
  readonly name: string;
  readonly failure: Fault;
};

const computed = new WeakMap<KnownRouter, readonly Candidate[]>();

/**
 * The members of a virtual router. Empty when there is an address owner, whom no check moves, or one that is in
 * FAULT while nothing is broken.
 */
export function candidatesOf(failover: ClusterFailover, router: KnownRouter): readonly Candidate[] {
  const candidates = computed.get(router) ?? computeCandidates(failover, router);
  computed.set(router, candidates);
  return candidates;
}

function computeCandidates(failover: ClusterFailover, router: KnownRouter): readonly Candidate[] {
  const hasWeight = router.members.some(({ trackers }) => trackers.some(({ weight }) => weight));
  if (!hasWeight) return [];
  const election = failover.electionOf(router.index);
  const candidates = router.members.flatMap((member) => {
    const sum = sumIn(election, member, []);
    if (sum === undefined || member.base === addressOwnerPriority) return [];
    const checks = checksOf(failover, member);
    const weights = [...checks, ...filesOf(election, member, sum)];
    const base = checks.reduce((rest, each) => rest - contribution(each, true), sum);
    const healthy = effectivePriority(0, sum);
    return [
      { member, base, weights, checks, healthy, reachable: reachablePriorities(base, weights) },
    ];
  });
  return candidates.length < router.members.length ? [] : candidates;
}

/** Base priority and all weights while some things are broken on its node; undefined in FAULT. */
function sumIn(
  { model, contest, router }: Election,
  { node }: KnownMember,
  faults: readonly Fault[],
): number | undefined {
  const { contestants, conditions } = effectOf(model, contest, node, faults);
  const condition = conditions[contestants.findIndex((each) => each.router === router)];
  return typeof condition?.standing === 'number' ? condition.total : undefined;
}

function checksOf({ model }: ClusterFailover, member: KnownMember): readonly Check[] {
  return member.trackers.flatMap((tracker): readonly Check[] => {
    const { at, word, item, weight } = tracker;
    const tracked = model.nodes[member.node]?.items[item];
    const failure = failureOf(model, member, tracker);
    if (!at || !word || !tracked || !failure || weight === 0) return [];
    return [{ ...tracker, at, word, kind: tracked.kind, name: tracked.name, failure }];
  });
}

/** A file as if it were a check: 1 stands in it when something is wrong, or right. */
function filesOf(election: Election, member: KnownMember, sum: number): readonly Weighted[] {
  const { name: node = '', items = [] } = election.model.nodes[member.node] ?? {};
  return member.trackers.flatMap(({ item, weight }): readonly Weighted[] => {
    const { kind, name = '', value = 0 } = items[item] ?? {};
    if (kind !== 'file' || weight === 0) return [];
    const other: Fault = { kind, node, name, value: value === 0 ? 1 : 0 };
    const difference = (sumIn(election, member, [other]) ?? sum) - sum;
    return difference === 0 ? [] : [{ weight: -Math.abs(difference), reverse: difference > 0 }];
  });
}

/** Whether files, or checks that are meant the other way round, say who is to be master while all is well. */
export function isSteered({ member: { origin }, checks }: Candidate): boolean {
  return dependsOnFile(origin) || checks.some(({ reverse }) => reverse);
}

/** The priority while everything works, with another weight where a place says one. */
export function healthyWith({ base, checks }: Candidate, site: Location, weight: number): number {
  const changed = checks.map((each) => (isSameSite(each.at, site) ? { ...each, weight } : each));
  return healthyPriority(base, changed);
}

/** The priority while something has failed on the node. */
export function priorityOn({ base, weights, checks }: Candidate, failure: Fault): number {
  const key = formatFault(failure);
  const check = checks.find((each) => formatFault(each.failure) === key);
  return check ? priorityWithout(base, weights, check) : healthyPriority(base, weights);
}

/** What adds most to the priority while everything works. */
export function largestRise({ checks }: Candidate): Check | undefined {
  return checks
    .filter((each) => contribution(each, true) > 0)
    .sort((a, b) => contribution(b, true) - contribution(a, true))[0];
}
