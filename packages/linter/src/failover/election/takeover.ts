import { momentOf, type Move, type Race, type TimedMove } from './due.ts';
import type { Bounds } from '../model/model.ts';
import { boundsOf, latest } from './moment.ts';

/** A contest that has left one settled state for another one. */
export interface Transition extends Race {
  readonly masters: readonly number[];
  readonly moves: readonly Move[];
}

/**
 * Seconds until the last of those masters of one virtual router that have become it holds the addresses.
 * Undefined when no master has changed.
 */
export function takeoverTime(transition: Transition, router: number): Bounds | undefined {
  const { contest, masters, moves } = transition;
  const timed: TimedMove[] = [];
  for (const move of moves) timed.push({ move, at: momentOf(transition, timed, move) });
  const times = masters.flatMap((index) => {
    const unit = contest.units[index];
    const isIn = unit?.members.some((member) => member.router === router);
    const taken = timed.findLast(({ move }) => move.kind === 'takes' && move.unit === unit);
    return isIn && taken ? [boundsOf(taken.at)] : [];
  });
  return latest(times);
}
