import type { Location, SourceFile } from '../text/source-file.ts';
import type { ExpandProblem } from './problems.ts';

type WithoutPlace<P> = P extends ExpandProblem ? Omit<P, 'at'> : never;

/** A problem before it is known where it is. */
export type ProblemFacts = WithoutPlace<ExpandProblem>;

/** Nobody reads more; the text of a machine gone wrong can have a problem in every word. */
const mostProblems = 10_000;

/** Problems, and where it was asked whether there are any. */
export interface ProblemList {
  /** In the order in which they were met. */
  readonly found: ExpandProblem[];
  readonly known: Map<SourceFile, Set<string>>;
}

export function createProblemList(): ProblemList {
  return { found: [], known: new Map() };
}

/** Whether it is the first time that this is asked about a place. */
export function isNew(
  { found, known }: ProblemList,
  kind: ExpandProblem['kind'],
  { source, span }: Location,
): boolean {
  if (found.length >= mostProblems) return false;
  const key = `${kind} ${span.start} ${span.end}`;
  const keys = known.get(source) ?? new Set();
  if (keys.has(key)) return false;
  known.set(source, keys.add(key));
  return true;
}
