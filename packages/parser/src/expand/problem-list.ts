import type { Location, SourceFile } from '../text/source-file.ts';
import type { ExpandProblem } from './problems.ts';

type WithoutPlace<P> = P extends ExpandProblem ? Omit<P, 'at'> : never;

/** A problem before it is known where it is. */
export type ProblemFacts = WithoutPlace<ExpandProblem>;

/** Nobody reads more; the text of a machine gone wrong can have a problem in every word. */
const mostProblems = 10_000;

/** Problems in the order in which they were met. */
export interface ProblemList {
  readonly add: (problem: ExpandProblem) => void;
  /** Whether it is the first time that this is asked about a place. */
  readonly isNew: (kind: ExpandProblem['kind'], written: Location) => boolean;
  readonly all: () => readonly ExpandProblem[];
}

export function createProblemList(): ProblemList {
  const problems: ExpandProblem[] = [];
  const known = new Map<SourceFile, Set<string>>();
  return {
    add: (problem) => void problems.push(problem),
    isNew: (kind, { source, span }) => {
      if (problems.length >= mostProblems) return false;
      const key = `${kind} ${span.start} ${span.end}`;
      const keys = known.get(source) ?? new Set();
      if (keys.has(key)) return false;
      known.set(source, keys.add(key));
      return true;
    },
    all: () => problems,
  };
}
