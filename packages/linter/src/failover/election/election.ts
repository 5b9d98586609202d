import type { Contest, Contestant, Unit } from './contest.ts';
import { hearsIn, priorityIn, takesPart, type Situation } from './conditions.ts';
import {
  isStarting,
  mastersAfter,
  momentOf,
  type Move,
  type Race,
  type TimedMove,
  type Yield,
} from './due.ts';
import type { Bounds } from '../model/model.ts';
import { isSameMoment } from './moment.ts';
import { challengersIn, type Challenger } from './race.ts';

/** Who is master when nothing happens any more, and how it came to that. */
export interface Settled {
  /** Indices of units, ascending. */
  readonly masters: readonly number[];
  readonly moves: readonly Move[];
}

/** More states than this on the way to a settled one are not followed. */
const mostStates = 256;

/**
 * Every state in which a situation can settle, beginning with some masters; none when masters change for ever.
 * Several when chance decides: equal priorities, or two timers that run out in an unknown order. `before` is
 * the situation in which those were masters; without it all nodes are just starting.
 *
 * The rules are those of vrrp_state_backup() and vrrp_state_master_rx() in keepalived/vrrp/vrrp.c, and of
 * keepalived/vrrp/vrrp_sync.c.
 */
export function settle(
  contest: Contest,
  situation: Situation,
  masters: readonly number[],
  before: Situation | undefined,
): readonly Settled[] {
  const isPlain = contest.isOpen && !situation.isDisturbed && !before?.isDisturbed;
  const [holder] = masters;
  const isAlone = isPlain && masters.length < 2;
  // Most of the hundreds of thousands of fault sets leave the master in place: nothing else is looked at then.
  if (isAlone && holder !== undefined && situation.priorities[holder] !== 0) {
    return overtake(contest, situation, holder, []);
  }
  // Whatever is different is noticed everywhere at the same moment.
  const changedAt = (own: Contestant): Bounds => {
    const delay = isStarting(before, own) ? own.startupDelay : 0;
    return { min: delay, max: delay };
  };
  const mastersBefore = unitsAt(contest, masters);
  const race: Race = { contest, situation, before, mastersBefore, changedAt };
  return isAlone ? succeed(race) : explore(race);
}

/**
 * Where all hear all and no sync group ties instances together, units are contestants: one after the other is
 * master, and each next one has a higher priority. When the master has ended, the last one can be told at once.
 */
function succeed(race: Race): readonly Settled[] {
  const { contest, situation } = race;
  const ends = race.mastersBefore.map((unit): Move => ({ kind: 'ends', unit }));
  const { certain } = challengersIn(race, timed(race, [], ends));
  if (certain.length === 0) return [{ masters: [], moves: ends }];
  return certain.flatMap(({ unit }) =>
    overtake(contest, situation, unit.index, [...ends, takes(unit)]),
  );
}

/** Who takes over from a master in the end: of those with the highest priority the one that waits least. */
function overtake(
  { contestants, units }: Contest,
  situation: Situation,
  holder: number,
  moves: readonly Move[],
): readonly Settled[] {
  const { priorities } = situation;
  let highest = priorities[holder] ?? 0;
  let best: Contestant[] = [];
  for (const each of contestants) {
    const priority = priorities[each.index] ?? 0;
    if (priority < highest || !each.member.preempt) continue;
    if (priority === highest && best.length === 0) continue;
    if (priority > highest) best = [];
    highest = priority;
    best.push(each);
  }
  const old = units[holder];
  if (!old || best.length === 0) return [{ masters: [holder], moves }];
  const least = Math.min(...best.map(({ member }) => member.preemptDelay));
  return best
    .filter(({ member }) => member.preemptDelay === least)
    .flatMap(({ unit }) => units[unit] ?? [])
    .map((unit) => ({
      masters: [unit.index],
      moves: [...moves, takes(unit), { kind: 'yields', unit: old, to: unit, by: unit.members[0] }],
    }));
}

function takes(unit: Unit): Move {
  return { kind: 'takes', unit };
}

/** A state on the way. */
interface State {
  readonly masters: readonly Unit[];
  readonly moves: readonly TimedMove[];
}

/** Goes from state to state until nothing happens any more. */
function explore(race: Race): readonly Settled[] {
  const settled = new Map<string, Settled>();
  const seen = new Set<string>();
  const open: State[] = [{ masters: race.mastersBefore, moves: [] }];
  for (let state = open.pop(); state && seen.size < mostStates; state = open.pop()) {
    const key = keyOf(state);
    if (seen.has(key)) continue;
    seen.add(key);
    const { next, canStay } = movesFrom(race, state);
    if (canStay) settled.set(key, settledIn(state));
    for (const moves of next) {
      const after = [...state.moves, ...timed(race, state.moves, moves)];
      open.push({ masters: mastersAfter(race.mastersBefore, after), moves: after });
    }
  }
  return [...settled.values()];
}

function settledIn({ masters, moves }: State): Settled {
  return {
    masters: masters.map(({ index }) => index).sort((a, b) => a - b),
    moves: moves.map(({ move }) => move),
  };
}

/** What comes next depends on what each unit has done last, and in which order. */
function keyOf({ masters, moves }: State): string {
  const last = new Map<number, string>();
  for (const {
    move: { unit, kind },
  } of moves) {
    last.delete(unit.index);
    last.set(unit.index, kind);
  }
  return `${masters
    .map(({ index }) => index)
    .sort()
    .join()} ${[...last].join()}`;
}

/** Moves that come together. */
function timed(
  race: Race,
  earlier: readonly TimedMove[],
  moves: readonly Move[],
): readonly TimedMove[] {
  return moves.map((move) => ({ move, at: momentOf(race, earlier, move) }));
}

/** How a state goes on. */
interface Continuation {
  /** One way, or several when chance decides. */
  readonly next: readonly (readonly Move[])[];
  readonly canStay: boolean;
}

function movesFrom(race: Race, { masters, moves }: State): Continuation {
  const { situation } = race;
  const ended = masters.filter((unit) => !takesPart(situation, unit));
  if (ended.length > 0) {
    return { next: [ended.map((unit): Move => ({ kind: 'ends', unit }))], canStay: false };
  }
  const { certain, mutual, oneSided } = yieldsAmong(situation, masters);
  // A group can lose one virtual router and win another: whoever hears first yields.
  const isTied = masters.some(({ members }) => members.length > 1);
  if (certain.length > 0 && !isTied) return { next: [certain], canStay: false };
  const clash = certain.filter(({ unit, to }) =>
    certain.some((other) => other.unit === to && other.to === unit),
  );
  const yielding = [...certain, ...mutual];
  if (yielding.length > 0) {
    // Each answers the lower priority of the other at once (vrrp_state_master_rx()): both can yield.
    const both = clash.length > 0 ? [clash] : [];
    return { next: [...eachAlone([...yielding, ...oneSided]), ...both], canStay: false };
  }
  const challengers = challengersIn(race, moves);
  const taking = [...challengers.certain, ...challengers.possible].map(({ unit }) => takes(unit));
  return {
    next: [...eachAlone([...oneSided, ...taking]), ...together(challengers.certain)],
    canStay: challengers.certain.length === 0,
  };
}

/** Sync groups that become master before they hear of each other: both can lose. */
function together(challengers: readonly Challenger[]): readonly (readonly Move[])[] {
  return challengers.flatMap((one, place) => {
    const same = challengers.slice(place + 1).filter((other) => isSameMoment(one.due, other.due));
    return same.length > 0 && one.unit.members.length > 1
      ? [[one, ...same].map(({ unit }) => takes(unit))]
      : [];
  });
}

function eachAlone(moves: readonly Move[]): readonly (readonly Move[])[] {
  return moves.map((move) => [move]);
}

function unitsAt({ units }: Contest, indices: readonly number[]): readonly Unit[] {
  return indices.flatMap((index) => units[index] ?? []);
}

interface Yields {
  readonly certain: readonly Yield[];
  /** Equal priorities, and nobody knows the addresses: of two that hear each other one yields. */
  readonly mutual: readonly Yield[];
  /** The same, but only one hears the other: perhaps it yields, perhaps not. */
  readonly oneSided: readonly Yield[];
}

function yieldsAmong(situation: Situation, masters: readonly Unit[]): Yields {
  const certain: Yield[] = [];
  const mutual: Yield[] = [];
  const oneSided: Yield[] = [];
  for (const unit of masters) {
    for (const to of masters) {
      const { better, equal } = unit === to ? none : betterAmong(situation, unit, to);
      const [by, ...others] = better.length > 0 ? better : equal;
      if (!by) continue;
      const move: Yield = { kind: 'yields', unit, to, by: others.length > 0 ? undefined : by };
      if (better.length > 0) certain.push(move);
      else {
        const back = betterAmong(situation, to, unit);
        (back.better.length + back.equal.length > 0 ? mutual : oneSided).push(move);
      }
    }
  }
  return { certain, mutual, oneSided };
}

/** Senders of advertisements that a master hears. */
interface Better {
  readonly better: readonly Contestant[];
  /** Perhaps better ones: equal priorities, and nobody knows the addresses. */
  readonly equal: readonly Contestant[];
}

const none: Better = { better: [], equal: [] };

/** vrrp_state_master_rx(): a higher priority wins, and of equal ones the higher address. */
function betterAmong(situation: Situation, own: Unit, other: Unit): Better {
  const better: Contestant[] = [];
  const equal: Contestant[] = [];
  for (const receiver of own.members) {
    for (const sender of other.members) {
      if (!hearsIn(situation, receiver, sender)) continue;
      const difference = priorityIn(situation, sender) - priorityIn(situation, receiver);
      const { address } = receiver.member;
      const { address: theirs } = sender.member;
      const isKnown = address !== undefined && theirs !== undefined;
      if (difference > 0 || (difference === 0 && isKnown && theirs > address)) better.push(sender);
      else if (difference === 0 && !isKnown) equal.push(sender);
    }
  }
  return { better, equal };
}
