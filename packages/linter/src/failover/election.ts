import type { Contest, Contestant, Unit } from './contest.ts';
import { hearsIn, priorityIn, takesPart, type Situation } from './conditions.ts';
import { overtakingUnits, wantsToTake, type Race } from './race.ts';

/** A step on the way to a settled state. */
export type Move =
  /** A master stops, or goes to FAULT. */
  | { readonly kind: 'ends'; readonly unit: Unit }
  /** A master becomes backup because it hears a better one. */
  | Yield
  | { readonly kind: 'takes'; readonly unit: Unit };

interface Yield {
  readonly kind: 'yields';
  readonly unit: Unit;
  readonly to: Unit;
}

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
  const race: Race = { contest, situation, before, mastersBefore: unitsAt(contest, masters) };
  const isPlain = contest.isOpen && !situation.isDisturbed && !before?.isDisturbed;
  return isPlain && masters.length < 2 ? succeed(race, masters[0]) : explore(race, masters);
}

/**
 * Where all hear all and no sync group ties instances together, units are contestants: one after the other is
 * master, and each next one has a higher priority. The last one can be told at once.
 */
function succeed(race: Race, master: number | undefined): readonly Settled[] {
  const { contest, situation } = race;
  if (master !== undefined && situation.priorities[master] !== 0) {
    return overtake(contest, situation, master, []);
  }
  const end = unitsAt(contest, master === undefined ? [] : [master]).map((unit): Move => ({
    kind: 'ends',
    unit,
  }));
  const first = wantsToTake(race, []);
  if (first.length === 0) return [{ masters: [], moves: end }];
  return first.flatMap((unit) => overtake(contest, situation, unit.index, [...end, takes(unit)]));
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
      moves: [...moves, takes(unit), { kind: 'yields', unit: old, to: unit }],
    }));
}

function takes(unit: Unit): Move {
  return { kind: 'takes', unit };
}

/** Goes from state to state until nothing happens any more. */
function explore(race: Race, masters: readonly number[]): readonly Settled[] {
  const settled = new Map<string, Settled>();
  const seen = new Set<string>();
  const open: Settled[] = [{ masters, moves: [] }];
  for (let state = open.pop(); state && seen.size < mostStates; state = open.pop()) {
    const key = `${state.masters.join()} ${historyOf(state)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { next, canStay } = movesFrom(race, state);
    if (canStay) settled.set(key, state);
    for (const moves of next) open.push(afterMoves(state, moves));
  }
  return [...settled.values()];
}

/** What each unit has done last: who has lost and taken again has needed time. */
function historyOf({ moves }: Settled): string {
  const last = new Map(moves.map(({ unit, kind }) => [unit.index, kind]));
  return [...last]
    .map(([unit, kind]) => `${unit}${kind}`)
    .sort()
    .join();
}

/** How a state goes on. */
interface Continuation {
  /** One way, or several when chance decides. */
  readonly next: readonly (readonly Move[])[];
  readonly canStay: boolean;
}

function movesFrom(race: Race, { masters, moves }: Settled): Continuation {
  const { contest, situation } = race;
  const units = unitsAt(contest, masters);
  const ended = units.filter((unit) => !takesPart(situation, unit));
  if (ended.length > 0) {
    return { next: [ended.map((unit): Move => ({ kind: 'ends', unit }))], canStay: false };
  }
  const { certain, mutual, oneSided } = yieldsAmong(situation, units);
  // A group can lose one virtual router and win another: whoever hears first yields.
  const isTied = units.some(({ members }) => members.length > 1);
  if (certain.length > 0 && !isTied) return { next: [certain], canStay: false };
  const clash = certain.filter(({ unit, to }) =>
    certain.some((other) => other.unit === to && other.to === unit),
  );
  const yielding = [...certain, ...mutual];
  if (yielding.length > 0) {
    // Each answers the lower priority of the other at once (vrrp_state_master_rx()): both can yield.
    const both = clash.length > 0 ? [clash] : [];
    return { next: [...eachAlone(yielding), ...both], canStay: false };
  }
  const first = wantsToTake(race, units);
  const ends = moves.flatMap(({ kind, unit }) => (kind === 'ends' ? unit : []));
  const byChance = overtakingUnits(race, units, ends);
  return {
    next: eachAlone([...oneSided, ...[...first, ...byChance].map(takes)]),
    canStay: first.length === 0,
  };
}

function eachAlone(moves: readonly Move[]): readonly (readonly Move[])[] {
  return moves.map((move) => [move]);
}

function unitsAt({ units }: Contest, indices: readonly number[]): readonly Unit[] {
  return indices.flatMap((index) => units[index] ?? []);
}

function afterMoves({ masters, moves }: Settled, more: readonly Move[]): Settled {
  const after = new Set(masters);
  for (const { kind, unit } of more) {
    if (kind === 'takes') after.add(unit.index);
    else after.delete(unit.index);
  }
  return { masters: [...after].sort((a, b) => a - b), moves: [...moves, ...more] };
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
      const result = unit === to ? 'no' : yieldsTo(situation, unit, to);
      const move: Yield = { kind: 'yields', unit, to };
      if (result === 'yes') certain.push(move);
      if (result !== 'perhaps') continue;
      if (yieldsTo(situation, to, unit) === 'no') oneSided.push(move);
      else mutual.push(move);
    }
  }
  return { certain, mutual, oneSided };
}

/** vrrp_state_master_rx(): a higher priority wins, and of equal ones the higher address. */
function yieldsTo(situation: Situation, own: Unit, other: Unit): 'yes' | 'no' | 'perhaps' {
  let result: 'no' | 'perhaps' = 'no';
  for (const receiver of own.members) {
    for (const sender of other.members) {
      if (!hearsIn(situation, receiver, sender)) continue;
      const difference = priorityIn(situation, sender) - priorityIn(situation, receiver);
      if (difference > 0) return 'yes';
      if (difference < 0) continue;
      const { address } = receiver.member;
      const { address: theirs } = sender.member;
      if (address === undefined || theirs === undefined) result = 'perhaps';
      else if (theirs > address) return 'yes';
    }
  }
  return result;
}
