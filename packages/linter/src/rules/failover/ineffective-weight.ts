import type { Location } from '@kalint/parser';
import { addressOwnerPriority, basePriorityOf } from '../../cluster/effective.ts';
import type { Member, VirtualRouter } from '../../cluster/virtual-routers.ts';
import { canCross, healthyPriority, priorityWithout } from '../../failover/priority.ts';
import { trackersOf, type Tracker } from '../../failover/trackers.ts';
import type { Fix } from '../../diagnostic.ts';
import { defineRule, type Finding } from '../../rule.ts';

/**
 * A backup takes over when the master announces less than its own priority, and not when it
 * announces the same (keepalived/vrrp/vrrp.c, vrrp_state_backup(); RFC 5798, section 6.4.2).
 */
export const ineffectiveWeight = defineRule({
  id: 'ineffective-weight',
  scope: 'cluster',
  severity: 'error',
  summary: 'The weight of a tracker is too small to ever change which node is master',
  check({ virtualRouters }, { report }) {
    for (const router of virtualRouters) {
      const candidates = candidatesOf(router);
      for (const candidate of candidates) {
        const rival = rivalOf(candidate, candidates);
        if (!rival || rival.member.instance.nopreempt) continue;
        for (const tracker of candidate.trackers) {
          if (canCross(candidate.base, candidate.trackers, tracker, rival.healthy)) continue;
          report(toFinding(candidate, rival, tracker));
        }
      }
    }
  },
});

function toFinding(candidate: Candidate, rival: Candidate, tracker: Tracker): Finding {
  const failed = priorityWithout(candidate.base, candidate.trackers, tracker);
  const repair = smallestWeight(candidate, rival, tracker);
  const { node, instance } = candidate.member;
  return {
    at: tracker.at,
    message:
      `when ${tracker.kind} \`${tracker.name}\` fails, the priority of \`${instance.header}\` goes from ` +
      `${candidate.healthy} to ${failed}, not below ${rival.healthy} of ${rival.member.node.name}: ` +
      'the address does not move',
    notes: [
      'a backup takes over from a master that announces less than its own priority; as much is not enough',
      `no combination of failing checks on ${node.name} makes this weight decide`,
    ],
    help: repair
      ? `the smallest weight that moves the address is ${repair.weight}${repair.sites.length > 1 ? ', on both nodes' : ''}`
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

/** A member whose priority can be computed. */
interface Candidate {
  readonly member: Member;
  readonly base: number;
  readonly at: Location;
  readonly trackers: readonly Tracker[];
  readonly healthy: number;
}

/** Empty as soon as one member's priority cannot be computed: then nothing can be said. */
function candidatesOf({ members }: VirtualRouter): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const member of members) {
    const { value: base, at } = basePriorityOf(member.instance);
    const trackers = trackersOf(member.node, member.instance);
    if (!trackers || base === addressOwnerPriority) return [];
    candidates.push({ member, base, at, trackers, healthy: healthyPriority(base, trackers) });
  }
  return candidates;
}

/** The node that is next in line while everything works; none for the last one. */
function rivalOf(candidate: Candidate, candidates: readonly Candidate[]): Candidate | undefined {
  return candidates
    .filter((other) => other !== candidate && other.healthy <= candidate.healthy)
    .sort((a, b) => b.healthy - a.healthy)[0];
}

/** A weight that works, and the places where it must be written. */
interface Repair {
  readonly weight: number;
  readonly sites: readonly Location[];
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
    ({ kind, name, weight }) =>
      kind === tracker.kind && name === tracker.name && weight === tracker.weight,
  );
  for (const direction of [Math.sign(tracker.weight), -1]) {
    const both = direction > 0 && twin !== undefined;
    for (let size = 1; size <= 253; size++) {
      const weight = direction * size;
      const changed = { ...tracker, weight };
      const own = candidate.trackers.map((each) => (each === tracker ? changed : each));
      const theirs = rival.trackers.map((each) =>
        both && each === twin ? { ...each, weight } : each,
      );
      const rivalPriority = healthyPriority(rival.base, theirs);
      if (healthyPriority(candidate.base, own) < rivalPriority) continue;
      if (priorityWithout(candidate.base, own, changed) >= rivalPriority) continue;
      return { weight, sites: both ? [tracker.at, twin.at] : [tracker.at] };
    }
  }
  return undefined;
}
