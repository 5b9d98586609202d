import type { FileEdit } from '../../diagnostic.ts';
import {
  effectIn,
  electionsAfter,
  hearEachOther,
  initialIn,
  nodeNameOf,
  routersWith,
  weightAt,
  type ClusterFailover,
  type Election,
  type KnownRouter,
} from '../../failover/analysis/cluster-failover.ts';
import type { Outcome } from '../../failover/model/outcome.ts';
import { announcedPriorityOf } from '../../failover/analysis/weights.ts';
import {
  candidatesOf,
  healthyWith,
  isSteered,
  largestRise,
  type Candidate,
  type Check,
} from './candidates.ts';
import { weightEdits } from './repairs.ts';

/** While everything works another node is master than the one with the highest priority. */
export interface Reversal {
  readonly preferred: Candidate;
  readonly winner: Candidate;
  /** What lifts the winner most. */
  readonly check: Check;
  readonly initial: Outcome;
  /** What becomes of it when that fails. */
  readonly onFailure: Outcome;
  /** The weight nearest to the one that is written with which the preferred node is master. */
  readonly weight: number | undefined;
  /** Where it can be written. */
  readonly edits: readonly FileEdit[] | undefined;
}

const computed = new WeakMap<KnownRouter, Reversal | 'none'>();

/** Undefined when the order is as it is written, or `state MASTER` says that it is meant otherwise. */
export function reversalOf(failover: ClusterFailover, router: KnownRouter): Reversal | undefined {
  const reversal = computed.get(router) ?? computeReversal(failover, router) ?? 'none';
  computed.set(router, reversal);
  return reversal === 'none' ? undefined : reversal;
}

function computeReversal(failover: ClusterFailover, router: KnownRouter): Reversal | undefined {
  const candidates = candidatesOf(failover, router);
  const [preferred, second] = [...candidates].sort((a, b) => b.member.base - a.member.base);
  const [winner, next] = [...candidates].sort((a, b) => b.healthy - a.healthy);
  if (!preferred || !winner || preferred === winner) return undefined;
  if (preferred.member.base === second?.member.base || winner.healthy === next?.healthy) {
    return undefined;
  }
  if (!hearEachOther(router) || candidates.some(isSteered)) return undefined;
  if (saysMaster(winner) && !saysMaster(preferred)) return undefined;
  const check = largestRise(winner);
  const election = failover.electionOf(router.index);
  const initial = initialIn(election);
  if (!check || initial.masters.join() !== nodeNameOf(failover.model, winner.member)) {
    return undefined;
  }
  if (!isHighestInGroup(failover, election, winner)) return undefined;
  const onFailure = effectIn(election, [check.failure]);
  const weight = repairOf(failover, router, preferred, check);
  const edits = weight === undefined ? undefined : weightEdits([check.at], check.weight, weight);
  return { preferred, winner, check, initial, onFailure, weight, edits };
}

/** Instances of a sync group whose nodes rank differently are sync-group-priorities. */
function isHighestInGroup(
  { routers }: ClusterFailover,
  { contest }: Election,
  { member }: Candidate,
): boolean {
  const tied = new Set(contest.routers);
  return routers
    .filter(({ index }) => tied.has(index))
    .every(({ members }) => {
      const own = members.find(({ node }) => node === member.node);
      const priority = own ? (announcedPriorityOf(own.origin) ?? 0) : 0;
      return members.every(({ origin }) => (announcedPriorityOf(origin) ?? 0) <= priority);
    });
}

function saysMaster({ member: { origin } }: Candidate): boolean {
  return origin.instance.state?.value === 'MASTER';
}

/** A smaller weight, with which the failures of the preferred node's checks still move the address. */
function repairOf(
  failover: ClusterFailover,
  router: KnownRouter,
  preferred: Candidate,
  check: Check,
): number | undefined {
  const others = candidatesOf(failover, router).filter((each) => each !== preferred);
  const routers = routersWith(failover, [check.at]);
  const failures = preferred.checks.map(({ failure }) => failure);
  const isRight = (weight: number): boolean => {
    const priority = healthyWith(preferred, check.at, weight);
    if (others.some((each) => healthyWith(each, check.at, weight) >= priority)) return false;
    const { model } = failover;
    const electionOf = electionsAfter(model, routers, weightAt([check.at], weight));
    const election = electionOf(router.index);
    const { masters, candidates } = initialIn(election);
    if (masters.join() !== nodeNameOf(model, preferred.member) || candidates.length > 0)
      return false;
    return failures.every((failure) => !effectIn(election, [failure]).isMisplaced);
  };
  for (let weight = check.weight - 1; weight > 0; weight--) if (isRight(weight)) return weight;
  return isRight(-check.weight) ? -check.weight : undefined;
}
