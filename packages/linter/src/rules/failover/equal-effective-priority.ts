import { basePriorityOf } from '../../cluster/effective.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import type { Fix } from '../../diagnostic.ts';
import {
  effectIn,
  electionsAfter,
  failoverOf,
  hearEachOther,
  initialIn,
  nodeNameOf,
  routersWith,
  weightAt,
  weightedRouters,
  type Change,
  type ClusterFailover,
  type KnownRouter,
} from '../../failover/analysis/cluster-failover.ts';
import { healthyPriority } from '../../failover/election/priority.ts';
import { healthySum } from '../../failover/analysis/weights.ts';
import { defineRule } from '../../rule.ts';
import {
  candidatesOf,
  healthyWith,
  isSteered,
  largestRise,
  type Candidate,
  type Check,
} from './candidates.ts';
import { counterexample } from './counterexample.ts';
import { ineffectiveChecks } from './ineffective-weight.ts';
import { weightEdits } from './repairs.ts';

const highest = 254;

/**
 * vrrp_set_effective_priority() in keepalived/vrrp/vrrp_track.c limits what weights add up to to 1 to 254. Of
 * two masters with the same priority the one with the higher address stays, and a backup accepts an equal
 * priority (vrrp_state_master_rx(), vrrp_state_backup() in vrrp.c).
 */
export const equalEffectivePriority = defineRule({
  id: 'equal-effective-priority',
  scope: 'cluster',
  severity: 'warning',
  summary: 'Nodes have different priorities, and weights make them the same',
  check(cluster, { report, quote }) {
    for (const router of weightedRouters(cluster)) {
      const failover = failoverOf(cluster);
      const tie = tieIn(failover, router);
      if (!tie) continue;
      const { first, second, check, repair } = tie;
      const { instance } = second.member.origin;
      const sums = [first, second].map(({ member: { origin } }) => healthySum(origin));
      const isAboveHighest = sums.some((sum) => sum > highest);
      report({
        at: check.at,
        message: `while everything works, ${quote(nameOf(instance))} announces priority ${second.healthy} here and on ${nodeNames([first.member.origin])}: ${isAboveHighest ? `priorities and weights add up to ${sums.join(' and ')}, and ${highest} is the most there is` : `the weight makes up for the difference of ${first.member.base} and ${second.member.base}`}`,
        notes: [
          counterexample([], initialIn(failover.electionOf(router.index)), quote),
          'of two masters with the same priority the one with the higher source address stays, and a backup leaves a master with its own priority in place',
        ],
        help:
          repair?.help ?? 'write priorities and weights that leave each node a priority of its own',
        related: [first, second].map(({ member: { origin, base } }) => ({
          location: basePriorityOf(origin.instance).at,
          message: `priority ${base} here`,
        })),
        fix: repair?.fix,
      });
    }
  },
});

interface Tie {
  /** The one with the higher priority of its own. */
  readonly first: Candidate;
  readonly second: Candidate;
  /** What makes them equal. */
  readonly check: Check;
  readonly repair: Repair | undefined;
}

interface Repair {
  readonly help: string;
  readonly fix: Fix | undefined;
}

function tieIn(failover: ClusterFailover, router: KnownRouter): Tie | undefined {
  const ranked = [...candidatesOf(failover, router)].sort(
    (a, b) => b.healthy - a.healthy || b.member.base - a.member.base,
  );
  const [first, second] = ranked;
  if (!first || !second || first.healthy !== second.healthy) return undefined;
  if (first.member.base === second.member.base || !hearEachOther(router)) return undefined;
  if (ranked.some(isSteered) || !ranked.some(({ member }) => member.preempt)) return undefined;
  const tied = new Set([first, second]);
  // A weight that counts for nothing is the mistake then.
  if (ineffectiveChecks(failover, router).some(({ candidate }) => tied.has(candidate))) {
    return undefined;
  }
  const check = largestRise(second);
  return check && { first, second, check, repair: repairOf(failover, router, ranked, check) };
}

/** Another weight of the check, the nearest one; where sums are limited first lower priorities for all nodes. */
function repairOf(
  failover: ClusterFailover,
  router: KnownRouter,
  ranked: readonly Candidate[],
  check: Check,
): Repair | undefined {
  const { model } = failover;
  const [preferred] = [...ranked].sort((a, b) => b.member.base - a.member.base);
  if (!preferred) return undefined;
  const isRight: Proof = (routers, change) => {
    const election = electionsAfter(model, routers, change)(router.index);
    const { masters, candidates } = initialIn(election);
    const isPreferred = masters.join() === nodeNameOf(model, preferred.member);
    if (!isPreferred || candidates.length > 0) return false;
    return preferred.checks.every(({ failure }) => !effectIn(election, [failure]).isMisplaced);
  };
  const repairs = [lowerPriorities, otherWeight];
  if (!ranked.some(isLimited)) repairs.reverse();
  for (const repair of repairs) {
    const found = repair(failover, router, ranked, check, isRight);
    if (found) return found;
  }
  return undefined;
}

/** Whether some routers are as they should be after a change. */
type Proof = (routers: readonly number[], change: Change) => boolean;

type Search = (
  failover: ClusterFailover,
  router: KnownRouter,
  ranked: readonly Candidate[],
  check: Check,
  isRight: Proof,
) => Repair | undefined;

const otherWeight: Search = (failover, _, ranked, check, isRight) => {
  const routers = routersWith(failover, [check.at]);
  const weight = nearestTo(check.weight).find(
    (each) =>
      isOrdered(ranked.map((candidate) => healthyWith(candidate, check.at, each))) &&
      isRight(routers, weightAt([check.at], each)),
  );
  if (weight === undefined) return undefined;
  const edits = weightEdits([check.at], check.weight, weight);
  return {
    help: `with weight ${weight} the node with the highest priority is master`,
    fix: edits && { title: `use weight ${weight}`, safety: 'unsafe', edits },
  };
};

const lowerPriorities: Search = ({ electionOf }, router, ranked, _, isRight) => {
  const lowest = Math.min(...ranked.map(({ member }) => member.base));
  const tied = electionOf(router.index).contest.routers;
  const own = new Set(router.members.map(({ origin }) => origin));
  const lowered =
    (less: number): Change =>
    (member) =>
      member.origin && own.has(member.origin) ? { ...member, base: member.base - less } : member;
  const sums = ranked.map(({ member: { origin } }) => healthySum(origin));
  for (let less = Math.max(1, ...sums.map((sum) => sum - highest)); less < lowest; less++) {
    const priorities = ranked.map(({ base, checks }) => healthyPriority(base - less, checks));
    if (!isOrdered(priorities) || !isRight(tied, lowered(less))) continue;
    return {
      help: `lower the priorities of all nodes by ${less}`,
      fix: lowerAll(router, less),
    };
  }
  return undefined;
};

function isLimited({ member: { origin } }: Candidate): boolean {
  return healthySum(origin) > highest;
}

/** Weights of the same sign, the nearest first. */
function nearestTo(weight: number): readonly number[] {
  const distances = Array.from({ length: 253 }, (_, index) => index + 1);
  return distances
    .flatMap((distance) => [weight - distance, weight + distance])
    .filter((each) => each >= 1 && each <= 253);
}

/** Whether the first is the highest, and none is there twice. */
function isOrdered(priorities: readonly number[]): boolean {
  const [first = 0, ...others] = priorities;
  return others.every((each) => each < first) && new Set(priorities).size === priorities.length;
}

function lowerAll({ members }: KnownRouter, less: number): Fix | undefined {
  const edits = members.map(({ base, origin: { instance } }) => {
    const word = instance.priority?.words[0];
    return word && weightEdits([word], base, base - less);
  });
  const all = edits.flatMap((each) => each ?? []);
  return all.length === members.length
    ? { title: `lower the priorities by ${less}`, safety: 'unsafe', edits: all }
    : undefined;
}
