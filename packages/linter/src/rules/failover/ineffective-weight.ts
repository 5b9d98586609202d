import type { Location } from '@kalint/parser';
import { basePriorityOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import type { Fix } from '../../diagnostic.ts';
import {
  failoverOf,
  weightedRouters,
  type ClusterFailover,
  type KnownRouter,
} from '../../failover/analysis/cluster-failover.ts';
import { canCross, healthyPriority, priorityWithout } from '../../failover/election/priority.ts';
import { defineRule, type Finding, type RuleContext } from '../../rule.ts';
import { candidatesOf, type Candidate, type Check } from './candidates.ts';
import { isWeightProved, weightEdits } from './repairs.ts';

/**
 * A backup takes over when the master announces less than its own priority, and not when it
 * announces the same (keepalived/vrrp/vrrp.c, vrrp_state_backup(); RFC 5798, section 6.4.2).
 */
export const ineffectiveWeight = defineRule({
  id: 'ineffective-weight',
  scope: 'cluster',
  severity: 'error',
  summary: 'The weight of a tracker is too small to ever change which node is master',
  check(cluster, { report, quote }) {
    const all = weightedRouters(cluster).flatMap((router) =>
      ineffectiveChecks(failoverOf(cluster), router),
    );
    for (const failures of bySite(all)) report(toFinding(failoverOf(cluster), failures, quote));
  },
});

/** A check whose failure moves nothing, and the node to which the address should move. */
interface Failure {
  readonly candidate: Candidate;
  readonly rival: Candidate;
  readonly check: Check;
  readonly repair: Repair | undefined;
}

/** A weight that works, and the places where it must be written. */
interface Repair {
  readonly weight: number;
  readonly sites: readonly Location[];
}

const computed = new WeakMap<KnownRouter, readonly Failure[]>();

/** The checks of a virtual router whose weight never decides who is master. */
export function ineffectiveChecks(
  failover: ClusterFailover,
  router: KnownRouter,
): readonly Failure[] {
  const failures = computed.get(router) ?? failuresOf(failover, router);
  computed.set(router, failures);
  return failures;
}

function failuresOf(failover: ClusterFailover, router: KnownRouter): readonly Failure[] {
  const candidates = candidatesOf(failover, router);
  return candidates.flatMap((candidate) => {
    const others = candidates.filter((other) => other !== candidate);
    const rival = nextInLine(candidate, others);
    if (!rival?.member.preempt) return [];
    const rivals = new Set(others.flatMap(({ reachable }) => [...reachable]));
    const { base, weights, checks } = candidate;
    return checks
      .filter((check) => !check.reverse && !canCross(base, weights, check, rivals))
      .map((check) => ({
        candidate,
        rival,
        check,
        repair: smallestWeight(candidate, rival, check),
      }));
  });
}

/** The node that takes over while everything else works; none for the last one. */
function nextInLine(candidate: Candidate, others: readonly Candidate[]): Candidate | undefined {
  return others
    .filter(({ healthy }) => healthy <= candidate.healthy)
    .sort((a, b) => b.healthy - a.healthy)[0];
}

/**
 * The weight nearest to 0 with which the failure alone moves the address. A weight with the sign of
 * the one that is written comes first. A positive weight counts on the rival too, which usually has
 * the same check with the same weight: then both are changed alike.
 */
function smallestWeight(candidate: Candidate, rival: Candidate, check: Check): Repair | undefined {
  const twin = rival.checks.find(
    ({ kind, name, weight, reverse }) =>
      kind === check.kind && name === check.name && weight === check.weight && !reverse,
  );
  const changesTwin = check.weight > 0 && twin !== undefined;
  for (const direction of [Math.sign(check.weight), -1]) {
    for (let size = 1; size <= 253; size++) {
      const weight = direction * size;
      const changed = { ...check, weight };
      const own = candidate.weights.map((each) => (each === check ? changed : each));
      const theirs = rival.weights.map((each) =>
        changesTwin && each === twin ? { ...each, weight } : each,
      );
      const rivalPriority = healthyPriority(rival.base, theirs);
      if (healthyPriority(candidate.base, own) <= rivalPriority) continue;
      if (priorityWithout(candidate.base, own, changed) >= rivalPriority) continue;
      return { weight, sites: changesTwin ? [check.at, twin.at] : [check.at] };
    }
  }
  return undefined;
}

/** One weight may be too small for several instances: that is one mistake. The worst comes first. */
function bySite(failures: readonly Failure[]): readonly (readonly [Failure, ...Failure[]])[] {
  const sites = new Map<string, [Failure, ...Failure[]]>();
  const needed = ({ repair }: Failure): number =>
    Math.abs(repair?.weight ?? Number.POSITIVE_INFINITY);
  for (const failure of [...failures].sort((a, b) => needed(b) - needed(a))) {
    const { source, span } = failure.check.at;
    const site = `${span.start} ${source.path}`;
    const known = sites.get(site);
    if (known) known.push(failure);
    else sites.set(site, [failure]);
  }
  return [...sites.values()];
}

function toFinding(
  failover: ClusterFailover,
  [worst, ...others]: readonly [Failure, ...Failure[]],
  quote: RuleContext['quote'],
): Finding {
  const { candidate, rival, check, repair } = worst;
  const { node, instance } = candidate.member.origin;
  const failed = priorityWithout(candidate.base, candidate.weights, check);
  const more = others.length > 0 ? ` (and of ${others.length} more)` : '';
  const everywhere = repair && repair.sites.length > 1 ? ', on both nodes' : '';
  const related = [candidate, rival].map(({ member: { origin } }) => {
    const { at, value } = basePriorityOf(origin.instance);
    return { location: at, message: `priority ${value} here` };
  });
  return {
    at: check.at,
    message:
      `when ${check.kind} ${quote(check.word)} fails, the priority of ${quote(nameOf(instance))}${more} goes from ` +
      `${candidate.healthy} to ${failed}, not below ${rival.healthy} of ${rival.member.origin.node.name}: ` +
      'the address does not move',
    notes: [
      'a backup takes over from a master that announces less than its own priority; as much is not enough',
      `no combination of failing checks makes this weight on ${node.name} decide who is master`,
    ],
    help: repair
      ? `the smallest weight that moves the address is ${repair.weight}${everywhere}`
      : 'use weight 0, which puts the instance into FAULT when the check fails',
    related,
    fix: repair && fixOf(failover, check, repair),
  };
}

function fixOf(
  failover: ClusterFailover,
  { weight: written, failure }: Check,
  { weight, sites }: Repair,
): Fix | undefined {
  const edits = weightEdits(sites, written, weight);
  if (!edits || !isWeightProved(failover, sites, weight, failure)) return undefined;
  return { title: `use weight ${weight}`, safety: 'unsafe', edits };
}
