import { addressOwnerPriority, basePriorityOf } from '../../cluster/effective.ts';
import type { Member, VirtualRouter } from '../../cluster/virtual-routers.ts';
import { healthyPriority, priorityWithout, reachablePriorities } from '../../failover/priority.ts';
import { trackersOf, type Tracker } from '../../failover/trackers.ts';

/** A node that does not take over from the preferred one, although a failing check asks for it. */
export interface Blockage {
  readonly preferred: Member;
  /** The weighted check of the preferred node whose failure lowers its priority most. */
  readonly tracker: Tracker;
  readonly healthy: number;
  /** The priority of the preferred node when that check fails. */
  readonly failed: number;
  /** The node next in line, which has nopreempt, and its priority. */
  readonly rival: Member;
  readonly rivalPriority: number;
}

/**
 * vrrp_state_backup() in keepalived/vrrp/vrrp.c: with nopreempt a backup accepts a master of any priority.
 * Undefined when some node without it takes over, or when the text does not tell.
 */
export function blockageOf({ members }: VirtualRouter): Blockage | undefined {
  const ranked = rank(members);
  const [top, ...rivals] = ranked;
  const [next] = rivals;
  if (!top || !next || !isBackupForever(next.member)) return undefined;
  const reachable = reachablePriorities(top.base, top.trackers);
  const takesOver = ({ member, healthy }: Ranked): boolean =>
    !isBackupForever(member) && [...reachable].some((priority) => priority < healthy);
  if (rivals.some(takesOver)) return undefined;
  const [worst] = top.trackers
    .filter(({ reverse }) => !reverse)
    .map((tracker) => ({ tracker, failed: priorityWithout(top.base, top.trackers, tracker) }))
    .sort((a, b) => a.failed - b.failed);
  if (!worst || worst.failed >= top.healthy) return undefined;
  return {
    preferred: top.member,
    ...worst,
    healthy: top.healthy,
    rival: next.member,
    rivalPriority: next.healthy,
  };
}

interface Ranked {
  readonly member: Member;
  readonly base: number;
  readonly trackers: readonly Tracker[];
  readonly healthy: number;
}

/** The node with the highest priority first; empty as soon as one priority cannot be computed. */
function rank(members: readonly Member[]): readonly Ranked[] {
  const ranked = members.flatMap((member) => {
    const base = basePriorityOf(member.instance).value;
    const trackers = trackersOf(member.node, member.instance);
    if (!trackers || base === addressOwnerPriority) return [];
    return [{ member, base, trackers, healthy: healthyPriority(base, trackers) }];
  });
  return ranked.length < members.length ? [] : ranked.sort((a, b) => b.healthy - a.healthy);
}

/** `state MASTER` takes nopreempt back (vrrp_complete_instance()). */
function isBackupForever({ instance }: Member): boolean {
  return (
    instance.nopreempt !== undefined &&
    instance.preempt === undefined &&
    instance.state?.value !== 'MASTER'
  );
}
