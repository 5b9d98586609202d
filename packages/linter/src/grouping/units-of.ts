import type { Coincidence } from './grouping.ts';
import { combined, hasSender, isCrowd, objectionTo, unitOf, type Unit } from './fit.ts';
import { gatherByNearness, type PathWords } from './nearness.ts';
import { reasonFor, type Holder, type SharedThing } from './shared-things.ts';

/** What very many have in common tells none apart. */
const mostUnits = 64;

/** Which of those that share a thing are one cluster, and which share it by chance. */
export function unitsOf(thing: SharedThing): {
  /** Of two or more files each. */
  readonly units: readonly Unit[];
  /** One of each kind at most. */
  readonly coincidences: readonly Coincidence[];
} {
  const left: Unit[] = [];
  const objections = new Map<string, Coincidence>();
  const object = (units: readonly Unit[], because: string): void => {
    if (objections.has(because)) return;
    const firsts = units.flatMap(({ holders: [first] }) => first ?? []);
    objections.set(because, { ...reasonFor(thing, firsts), because });
  };
  const gather = (units: readonly Unit[]): readonly Unit[] => {
    if (units.length > mostUnits) {
      object(
        units.slice(0, 2),
        `it stands in ${units.flatMap(({ holders }) => holders).length} files`,
      );
      left.push(...units);
      return [];
    }
    const made: Unit[] = [];
    // Those that are alone find each other before they meet whole clusters.
    for (const unit of units.toSorted(bySizeAndSender)) {
      const at = made.findIndex((other) => {
        const objection = objectionTo(other, unit, thing.kind);
        if (objection !== undefined) object([other, unit], objection);
        return objection === undefined;
      });
      const other = made[at];
      if (other) made[at] = combined(other, unit);
      else made.push(unit);
    }
    if (thing.kind === 'peers' || !made.some(isCrowd)) return made;
    object(units.slice(0, 2), 'too many of those that have it are MASTER');
    return units;
  };
  const wordsFor = ({ candidate }: Holder): PathWords => candidate.words;
  const made = gatherByNearness(thing.holders, wordsFor, unitOf, gather);
  return {
    units: [...left, ...made].filter(({ holders }) => holders.length > 1),
    coincidences: [...objections.values()],
  };
}

function bySizeAndSender(a: Unit, b: Unit): number {
  return a.size - b.size || Number(hasSender(b)) - Number(hasSender(a));
}
