import type { Location } from '@kalint/parser';
import { nameOf } from '../../cluster/names.ts';
import type { Fix } from '../../diagnostic.ts';
import {
  effectIn,
  electionsAfter,
  failoverOf,
  hearEachOther,
  isSameSite,
  nodeNameOf,
  routersWith,
  weightAt,
  weightedRouters,
  type ClusterFailover,
  type Effect,
  type KnownRouter,
} from '../../failover/analysis/cluster-failover.ts';
import { defineRule } from '../../rule.ts';
import { candidatesOf, isSteered, type Candidate, type Check } from './candidates.ts';
import { counterexample } from './counterexample.ts';
import { isWeightProved, weightEdits } from './repairs.ts';

/**
 * vrrp_set_effective_priority() in keepalived/vrrp/vrrp_track.c: a weight that brings a node below the next one
 * need not bring it below the one after that.
 */
export const healthyNodePassedOver = defineRule({
  id: 'healthy-node-passed-over',
  scope: 'cluster',
  severity: 'info',
  profile: 'strict',
  summary:
    'When a check fails on two nodes the address is on one of them, although a third one works',
  check(cluster, { report, quote }) {
    for (const router of weightedRouters(cluster)) {
      const failover = failoverOf(cluster);
      const passed = passedOverIn(failover, router);
      if (!passed) continue;
      const { checks, holder, check, better, outcome } = passed;
      const { node, instance } = holder.member.origin;
      const repair = repairOf(failover, router, passed);
      report({
        at: check.at,
        message: `when ${check.kind} ${quote(check.word)} fails on two nodes, ${quote(nameOf(instance))} of ${node.name} is master, although it works on ${better.member.origin.node.name}`,
        notes: [
          counterexample(
            checks.map(({ failure, word }) => ({ fault: failure, word })),
            outcome,
            quote,
          ),
          'the weight is enough to come below the next node, and not below the one after that',
        ],
        help: repair
          ? `with weight ${repair.weight} the node that works is master`
          : 'use a weight that is larger than the difference to the lowest priority',
        fix: repair?.fix,
      });
    }
  },
});

interface PassedOver {
  /** What fails: the same on two nodes. */
  readonly checks: readonly [Check, Check];
  /** Who is master then, and the check that has failed there. */
  readonly holder: Candidate;
  readonly check: Check;
  /** The node on which nothing has failed. */
  readonly better: Candidate;
  readonly outcome: Effect;
}

/** The first case of a check that fails on the two nodes with the highest priorities. */
function passedOverIn(failover: ClusterFailover, router: KnownRouter): PassedOver | undefined {
  if (router.members.length < 3 || !hearEachOther(router)) return undefined;
  const ranked = [...candidatesOf(failover, router)].sort((a, b) => b.healthy - a.healthy);
  const [first, second, better] = ranked;
  if (!first || !second || !better || ranked.some(isSteered)) return undefined;
  const election = failover.electionOf(router.index);
  for (const own of first.checks) {
    const twin = second.checks.find(({ kind, name }) => kind === own.kind && name === own.name);
    if (!twin) continue;
    const outcome = effectIn(election, [own.failure, twin.failure]);
    const isNew = [own, twin].every(({ failure }) => !effectIn(election, [failure]).isMisplaced);
    if (!outcome.isMisplaced || !isNew) continue;
    const isFirst = outcome.masters.join() === nodeNameOf(failover.model, first.member);
    const [holder, check] = isFirst ? [first, own] : [second, twin];
    return { checks: [own, twin], holder, check, better, outcome };
  }
  return undefined;
}

interface Repair {
  readonly weight: number;
  readonly fix: Fix | undefined;
}

/** The weight nearest to 0, on both nodes, with which neither stays above the one that works. */
function repairOf(
  failover: ClusterFailover,
  router: KnownRouter,
  { checks, holder, better, check }: PassedOver,
): Repair | undefined {
  const [first, second] = checks;
  if (first.weight !== second.weight || check.weight > 0) return undefined;
  const weight = better.healthy - holder.healthy - 1;
  const sites: readonly Location[] = isSameSite(first.at, second.at)
    ? [first.at]
    : [first.at, second.at];
  const routers = routersWith(failover, sites);
  const smallest = [weight, weight - 1, weight - 2].find((each) => {
    const electionOf = electionsAfter(failover.model, routers, weightAt(sites, each));
    const failures = checks.map(({ failure }) => failure);
    return !effectIn(electionOf(router.index), failures).isMisplaced;
  });
  if (smallest === undefined || smallest < -253) return undefined;
  const isProved = checks.every(({ failure }) =>
    isWeightProved(failover, sites, smallest, failure),
  );
  const edits = isProved ? weightEdits(sites, check.weight, smallest) : undefined;
  return {
    weight: smallest,
    fix: edits && { title: `use weight ${smallest}`, safety: 'unsafe', edits },
  };
}
