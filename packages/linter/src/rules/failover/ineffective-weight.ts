import type { Location } from '@kalint/parser';
import { addressOwnerPriority, basePriorityOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import type { Member, VirtualRouter } from '../../cluster/virtual-routers.ts';
import type { Fix } from '../../diagnostic.ts';
import {
  canCross,
  healthyPriority,
  priorityWithout,
  reachablePriorities,
} from '../../failover/priority.ts';
import { trackersOf, type Tracker } from '../../failover/trackers.ts';
import { defineRule, type Finding, type RuleContext } from '../../rule.ts';

/**
 * A backup takes over when the master announces less than its own priority, and not when it
 * announces the same (keepalived/vrrp/vrrp.c, vrrp_state_backup(); RFC 5798, section 6.4.2).
 */
export const ineffectiveWeight = defineRule({
  id: 'ineffective-weight',
  scope: 'cluster',
  severity: 'error',
  summary: 'The weight of a tracker is too small to ever change which node is master',
  check({ virtualRouters }, { report, quote }) {
    for (const failures of bySite(virtualRouters.flatMap(failuresOf))) {
      report(toFinding(failures, quote));
    }
  },
});

/** A member whose priority can be computed. */
interface Candidate {
  readonly member: Member;
  readonly base: number;
  readonly at: Location;
  readonly trackers: readonly Tracker[];
  readonly healthy: number;
  readonly reachable: ReadonlySet<number>;
}

/** A tracker whose failure moves nothing, and the node to which the address should move. */
interface Failure {
  readonly candidate: Candidate;
  readonly rival: Candidate;
  readonly tracker: Tracker;
  readonly repair: Repair | undefined;
}

/** A weight that works, and the places where it must be written. */
interface Repair {
  readonly weight: number;
  readonly sites: readonly Location[];
}

function failuresOf(router: VirtualRouter): readonly Failure[] {
  const candidates = candidatesOf(router);
  return candidates.flatMap((candidate) => {
    const others = candidates.filter((other) => other !== candidate);
    const rival = nextInLine(candidate, others);
    if (!rival || rival.member.instance.nopreempt) return [];
    const rivals = new Set(others.flatMap(({ reachable }) => [...reachable]));
    const { base, trackers } = candidate;
    return trackers
      .filter((tracker) => !tracker.reverse && !canCross(base, trackers, tracker, rivals))
      .map((tracker) => {
        const repair = smallestWeight(candidate, rival, tracker);
        return { candidate, rival, tracker, repair };
      });
  });
}

/** Empty as soon as one member's priority cannot be computed: then nothing can be said. */
function candidatesOf({ members }: VirtualRouter): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const member of members) {
    const { value: base, at } = basePriorityOf(member.instance);
    const trackers = trackersOf(member.node, member.instance);
    if (!trackers || base === addressOwnerPriority) return [];
    const healthy = healthyPriority(base, trackers);
    const reachable = reachablePriorities(base, trackers);
    candidates.push({ member, base, at, trackers, healthy, reachable });
  }
  return candidates;
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
function smallestWeight(
  candidate: Candidate,
  rival: Candidate,
  tracker: Tracker,
): Repair | undefined {
  const twin = rival.trackers.find(
    ({ kind, name, weight, reverse }) =>
      kind === tracker.kind && name === tracker.name && weight === tracker.weight && !reverse,
  );
  const changesTwin = tracker.weight > 0 && twin !== undefined;
  for (const direction of [Math.sign(tracker.weight), -1]) {
    for (let size = 1; size <= 253; size++) {
      const weight = direction * size;
      const changed = { ...tracker, weight };
      const own = candidate.trackers.map((each) => (each === tracker ? changed : each));
      const theirs = rival.trackers.map((each) =>
        changesTwin && each === twin ? { ...each, weight } : each,
      );
      const rivalPriority = healthyPriority(rival.base, theirs);
      if (healthyPriority(candidate.base, own) <= rivalPriority) continue;
      if (priorityWithout(candidate.base, own, changed) >= rivalPriority) continue;
      return { weight, sites: changesTwin ? [tracker.at, twin.at] : [tracker.at] };
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
    const { source, span } = failure.tracker.at;
    const site = `${span.start} ${source.path}`;
    const known = sites.get(site);
    if (known) known.push(failure);
    else sites.set(site, [failure]);
  }
  return [...sites.values()];
}

function toFinding(
  [worst, ...others]: readonly [Failure, ...Failure[]],
  quote: RuleContext['quote'],
): Finding {
  const { candidate, rival, tracker, repair } = worst;
  const { node, instance } = candidate.member;
  const failed = priorityWithout(candidate.base, candidate.trackers, tracker);
  const more = others.length > 0 ? ` (and of ${others.length} more)` : '';
  const everywhere = repair && repair.sites.length > 1 ? ', on both nodes' : '';
  return {
    at: tracker.at,
    message:
      `when ${tracker.kind} ${quote(tracker.word)} fails, the priority of ${quote(nameOf(instance))}${more} goes from ` +
      `${candidate.healthy} to ${failed}, not below ${rival.healthy} of ${rival.member.node.name}: ` +
      'the address does not move',
    notes: [
      'a backup takes over from a master that announces less than its own priority; as much is not enough',
      `no combination of failing checks makes this weight on ${node.name} decide who is master`,
    ],
    help: repair
      ? `the smallest weight that moves the address is ${repair.weight}${everywhere}`
      : 'use weight 0, which puts the instance into FAULT when the check fails',
    related: [
      { location: candidate.at, message: `priority ${candidate.base} here` },
      { location: rival.at, message: `priority ${rival.base} here` },
    ],
    fix: repair && fixOf(repair, tracker.weight),
  };
}

function fixOf({ weight, sites }: Repair, written: number): Fix | undefined {
  const isWritten = ({ source, span }: Location): boolean =>
    Number(source.text.slice(span.start, span.end)) === written;
  if (!sites.every(isWritten)) return undefined;
  const edits = sites.map(({ source, span }) => ({ source, span, text: String(weight) }));
  return { title: `use weight ${weight}`, safety: 'unsafe', edits };
}
