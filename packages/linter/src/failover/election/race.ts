import { priorityIn, takesPart, type Situation } from './conditions.ts';
import type { Contestant, Unit } from './contest.ts';
import { dueOfUnit, firstHeard, holds, mastersAfter, type Race, type TimedMove } from './due.ts';
import { isBefore, type Moment } from './moment.ts';

/** A backup that can become master, and when. */
export interface Challenger {
  readonly unit: Unit;
  readonly due: Moment;
  /** The masters that it would leave in place. */
  readonly heldBy: readonly Contestant[];
}

/** Who may become master next. */
export interface Challengers {
  /** One of these does so; empty when none needs to. */
  readonly certain: readonly Challenger[];
  /** One of these may do so. */
  readonly possible: readonly Challenger[];
}

/** The backups whose timers may be the first to run out, after some moves. */
export function challengersIn(race: Race, moves: readonly TimedMove[]): Challengers {
  const masters = mastersAfter(race.mastersBefore, moves);
  const holders = masters.flatMap(({ members }) => members);
  let certain: readonly Challenger[] = [];
  const held: Challenger[] = [];
  for (const unit of race.contest.units) {
    if (masters.includes(unit) || !takesPart(race.situation, unit)) continue;
    const heldBy = holdersOf(race.situation, unit, holders);
    const each = { unit, heldBy, due: dueOfUnit(race, moves, unit) };
    if (heldBy.length > 0) held.push(each);
    else if (!certain.some((other) => isBefore(other.due, each.due)))
      certain = [...certain.filter((other) => !isBefore(each.due, other.due)), each];
  }
  // Where all hear all, everybody hears the one master in time.
  if (race.contest.isOpen && !race.before?.isDisturbed) return { certain, possible: [] };
  const possible = held.filter((each) => canOvertake(race, moves, each));
  const isFirst = (each: Challenger): boolean =>
    ![...certain, ...possible].some(
      (other) =>
        isBefore(other.due, each.due) && other.heldBy.every((one) => each.heldBy.includes(one)),
    );
  return { certain, possible: possible.filter(isFirst) };
}

function holdersOf(
  situation: Situation,
  { members }: Unit,
  masters: readonly Contestant[],
): readonly Contestant[] {
  return masters.filter((master) =>
    members.some((own) => own.router === master.router && holds(situation, master, own)),
  );
}

/**
 * Whether a backup can become master although a master is there that it would leave in place: its timer is so
 * short for once that it can run out before that master's next advertisement. Those do not count that hear a
 * better master then, and give up at once.
 */
function canOvertake(
  race: Race,
  moves: readonly TimedMove[],
  { unit, due, heldBy }: Challenger,
): boolean {
  const { situation } = race;
  return heldBy.every((master) =>
    unit.members.every((own) => {
      if (own.router !== master.router) return true;
      const isBetter = priorityIn(situation, master) > priorityIn(situation, own);
      if (isBetter && unit.members.length === 1) return false;
      return !isBefore(firstHeard(race, moves, own, master), due);
    }),
  );
}
