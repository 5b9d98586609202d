import { areSideBySide, gatherByNearness, type PathWords } from './nearness.ts';
import {
  fileOf,
  likenesses,
  type Candidate,
  type Holder,
  type SharedThing,
} from './shared-things.ts';

/** Two files that are a pair although they share no address, and what they share. */
export interface LikelyPair {
  readonly thing: SharedThing;
  readonly pair: readonly [Holder, Holder];
}

/**
 * The virtual address of one of two nodes may be wrong, or not written yet. But VRID, name and interface are
 * the same in most files of the world, and so they count only for two files that lie side by side, no third
 * one beside them, of which one is the master and the other one is not.
 *
 * @param alone files that share nothing else, those that are near each other together
 */
export function likelyPairs(alone: readonly Candidate[]): readonly LikelyPair[] {
  return likenesses(alone).flatMap((thing) => {
    const pairs: LikelyPair[] = [];
    const gather = (holders: readonly Holder[]): readonly Holder[] => {
      const [a, b, third] = holders;
      if (a && b && !third && areSideBySide(fileOf(a), fileOf(b)) && areComplements(a, b))
        pairs.push({ thing, pair: [a, b] });
      return [];
    };
    const wordsFor = ({ candidate }: Holder): PathWords => candidate.words;
    gatherByNearness(thing.holders, wordsFor, (holder) => holder, gather);
    return pairs;
  });
}

function areComplements(a: Holder, b: Holder): boolean {
  const [master, backup, third] = [...a.uses, ...b.uses]
    .map(({ instance }) => instance)
    .sort((x, y) => Number(y?.isMaster) - Number(x?.isMaster));
  if (!master || !backup || third) return false;
  return master.isMaster && !backup.isMaster && master.priority > backup.priority;
}
