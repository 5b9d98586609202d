import type { Origin } from '../text/origin.ts';
import type { Budget } from './budget.ts';
import type { DefinitionTable } from './definitions.ts';
import type { Input, OpenFile } from './input.ts';
import type { Origins } from './origin.ts';
import type { Output } from './output.ts';
import type { Inputs } from './predefined.ts';
import { isNew, type ProblemFacts, type ProblemList } from './problem-list.ts';
import type { ReadInclude } from './include-reader.ts';
import { innermost, type TracedText, type Trail } from './traced-text.ts';

/** What all lines of an expansion share. */
export interface Reading {
  readonly input: Input;
  readonly output: Output;
  readonly table: DefinitionTable;
  readonly inputs: Inputs;
  readonly readInclude: ReadInclude | undefined;
  readonly problems: ProblemList;
  readonly budget: Budget;
  readonly origins: Origins;
}

/** What a line is read with. */
export interface Scope {
  readonly reading: Reading;
  /** The blanks before it, for the layout of the expanded text. */
  readonly indent: string;
  /** The sequences and the include lines that led to it. */
  readonly context: Trail | undefined;
  /** The file that it belongs to. */
  readonly file: OpenFile;
}

export function originIn({ reading, file, context }: Scope, about: TracedText): Origin {
  const origin = reading.origins.of(about.pieces, context);
  return origin ?? { source: file.source, span: { start: 0, end: 0 }, via: [] };
}

/** Adds a problem, unless the same is known of the same place: definitions are used many times. */
export function report(scope: Scope, about: TracedText, facts: ProblemFacts): void {
  const place = innermost(about) ?? originIn(scope, about);
  const { problems } = scope.reading;
  if (isNew(problems, facts.kind, place)) {
    problems.found.push({ ...facts, at: originIn(scope, about) });
  }
}
