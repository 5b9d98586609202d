import { hearsIn, priorityIn, type Situation } from './conditions.ts';
import type { Contestant, Unit } from './contest.ts';
import type { Move, Settled } from './election.ts';
import type { Bounds } from './model.ts';
import { intervalOf, isFree, isWaitingForGroup, wantsFromStart, type Race } from './race.ts';
import { masterDownInterval, skewTime } from './timers.ts';

/** A contest that has left one settled state for another one. */
export interface Transition extends Race {
  readonly before: Situation;
  readonly settled: Settled;
  /** When keepalived acts on what has happened to a contestant; undefined when nothing has. */
  readonly changedAt: (contestant: Contestant) => Bounds | undefined;
}

/**
 * Seconds until the last of those masters of one virtual router that have become it holds the addresses.
 * Undefined when no master has changed.
 */
export function takeoverTime(transition: Transition, router: number): Bounds | undefined {
  const { contest, settled } = transition;
  const times = timesOf(transition);
  const added = settled.masters
    .flatMap((unit) => contest.units[unit] ?? [])
    .filter((unit) => settled.moves.some((move) => move.kind === 'takes' && move.unit === unit))
    .filter(({ members }) => members.some((member) => member.router === router));
  return latest(added.flatMap((unit) => times.get(unit) ?? []));
}

/** A move, and when it comes. */
interface TimedMove {
  readonly move: Move;
  readonly at: Bounds;
}

/** The time of each unit's last move. */
function timesOf(transition: Transition): ReadonlyMap<Unit, Bounds> {
  const timed: TimedMove[] = [];
  for (const move of transition.settled.moves) {
    timed.push({ move, at: timeOf(transition, move, timed) ?? now });
  }
  return new Map(timed.map(({ move, at }) => [move.unit, at]));
}

const now: Bounds = { min: 0, max: 0 };

function timeOf(
  transition: Transition,
  move: Move,
  earlier: readonly TimedMove[],
): Bounds | undefined {
  switch (move.kind) {
    case 'ends':
      return latest(move.unit.members.flatMap((member) => transition.changedAt(member) ?? []));
    case 'yields': {
      // One that has just become master says so at once, others at their next advertisement.
      const became = lastOf(earlier, move.to, 'takes');
      const intervals = move.to.members.map(({ member }) => member.advertInterval);
      return became ?? { min: 0, max: Math.max(...intervals) };
    }
    case 'takes':
      return groupTime(transition, move.unit, earlier);
  }
}

/** A group waits for its last member: vrrp_sync_can_goto_master() in keepalived/vrrp/vrrp_sync.c. */
function groupTime(
  transition: Transition,
  { members }: Unit,
  earlier: readonly TimedMove[],
): Bounds | undefined {
  const awaited = members.filter((member) => !wantsFromStart(transition, member));
  const timeFor = (member: Contestant): Bounds => dueTime(transition, member, earlier);
  return awaited.length > 0 ? latest(awaited.map(timeFor)) : earliest(members.map(timeFor));
}

function lastOf(earlier: readonly TimedMove[], unit: Unit, kind: Move['kind']): Bounds | undefined {
  return earlier.findLast(({ move }) => move.unit === unit && move.kind === kind)?.at;
}

/** When the timer of a backup runs out that nothing keeps from becoming master any more. */
function dueTime(transition: Transition, own: Contestant, earlier: readonly TimedMove[]): Bounds {
  const { contest, before, situation, changedAt } = transition;
  if (isWaitingForGroup(transition, own)) return now;
  const { member } = own;
  const unit = contest.units[own.unit];
  const yielded =
    unit && earlier.findLast(({ move }) => move.unit === unit && move.kind === 'yields');
  const interval = learntInterval(own, yielded?.move) ?? intervalOf(transition, own);
  const skew = skewTime(member, priorityIn(situation, own), interval);
  const wait = masterDownInterval(member, priorityIn(situation, own), interval);
  // The last advertisement that it has accepted came up to one interval ago.
  const silence: Bounds = { min: wait - interval, max: wait };
  const isNew = priorityIn(before, own) === 0;
  const start = yielded?.at ?? (isNew ? (changedAt(own) ?? now) : undefined);
  if (isNew && !yielded && startsAtOnce(transition, own)) return now;
  const waits: Bounds[] = [];
  let isHeldBack = false;
  let soonest = Infinity;
  for (const { master, heldBefore, isHeld } of mastersHeard(transition, own, earlier)) {
    const end = earlier.findLast(
      ({ move }) => move.kind !== 'takes' && move.unit.index === master.unit,
    );
    if (end && (heldBefore || isHeld)) {
      // Priority 0: only the skew is waited for (vrrp_state_backup()).
      const isSaid =
        end.move.kind === 'ends' && situation.conditions[master.index]?.isCutOff === false;
      const due = sum(end.at, isSaid ? { min: skew, max: skew } : silence);
      if (isSaid) soonest = Math.min(soonest, due.min);
      waits.push(due);
    } else if (!end && member.preemptDelay > 0 && hearsIn(situation, own, master)) {
      isHeldBack = true;
      const from = start ?? latest(changes(transition, own, master)) ?? now;
      waits.push(sum(from, heldTime(own, master, priorityIn(situation, own))));
    } else if (!end && heldBefore) {
      waits.push(sum(latest(changes(transition, own, master)) ?? now, silence));
    }
  }
  // Not for one that preempt_delay holds: each advertisement that it accepts makes its timer begin again.
  if (start && !isHeldBack) waits.push(sum(start, { min: wait, max: wait }));
  const due = latest(waits) ?? now;
  // Unless the skew has passed before the next advertisement comes that preempt_delay lets it accept.
  return isHeldBack ? { ...due, min: Math.min(due.min, soonest) } : due;
}

/** A master of version 3 that yields learns the interval of the better one (vrrp_state_master_rx()). */
function learntInterval(
  { member, router }: Contestant,
  move: Move | undefined,
): number | undefined {
  if (member.version === 2 || move?.kind !== 'yields') return undefined;
  return move.to.members.find((each) => each.router === router)?.member.advertInterval;
}

/** The owner with `state MASTER` does not listen first when keepalived starts (vrrp_init_state()). */
function startsAtOnce({ before }: Transition, { index, member }: Contestant): boolean {
  return member.startsAsMaster && before.conditions[index]?.standing !== 'FAULT';
}

function changes(
  { changedAt }: Transition,
  ...contestants: readonly Contestant[]
): readonly Bounds[] {
  return contestants.flatMap((each) => changedAt(each) ?? []);
}

/**
 * preempt_delay runs from the first advertisement of lower priority, which comes within an interval. Until it
 * has passed, advertisements are accepted, and each makes the whole wait begin again (vrrp_state_backup()).
 */
function heldTime({ member }: Contestant, master: Contestant, priority: number): Bounds {
  const { preemptDelay: delay } = member;
  const { advertInterval: interval } = member.version === 3 ? master.member : member;
  const wait = masterDownInterval(member, priority, interval);
  return {
    min: (Math.ceil(delay / interval) - 1) * interval + wait,
    max: interval + Math.floor(delay / interval) * interval + wait,
  };
}

/** A master on the way, and whether it kept a contestant from becoming master. */
interface Heard {
  readonly master: Contestant;
  readonly heldBefore: boolean;
  readonly isHeld: boolean;
}

function mastersHeard(
  { contest, before, mastersBefore, situation }: Transition,
  own: Contestant,
  earlier: readonly TimedMove[],
): readonly Heard[] {
  const old = mastersBefore.flatMap(({ members }) => members);
  const since = earlier.flatMap(({ move }) => (move.kind === 'takes' ? move.unit.members : []));
  const holdsIn = (during: Situation, master: Contestant): boolean =>
    priorityIn(during, own) > 0 && priorityIn(during, master) > 0 && !isFree(during, own, [master]);
  return contest.contestants.flatMap((master): readonly Heard[] => {
    const isOld = old.includes(master);
    if (master.unit === own.unit || (!isOld && !since.includes(master))) return [];
    const heldBefore = isOld && holdsIn(before, master);
    return [{ master, heldBefore, isHeld: holdsIn(situation, master) }];
  });
}

function sum(a: Bounds, b: Bounds): Bounds {
  return { min: a.min + b.min, max: a.max + b.max };
}

/** When the last of several things has happened; undefined for nothing at all. */
export function latest(times: readonly Bounds[]): Bounds | undefined {
  if (times.length === 0) return undefined;
  return {
    min: Math.max(...times.map(({ min }) => min)),
    max: Math.max(...times.map(({ max }) => max)),
  };
}

/** When the first of several things has happened. */
function earliest(times: readonly Bounds[]): Bounds {
  return {
    min: Math.min(...times.map(({ min }) => min)),
    max: Math.min(...times.map(({ max }) => max)),
  };
}

/** Bounds that hold whichever of several things happens. */
export function either(times: readonly Bounds[]): Bounds | undefined {
  if (times.length === 0) return undefined;
  return {
    min: Math.min(...times.map(({ min }) => min)),
    max: Math.max(...times.map(({ max }) => max)),
  };
}
