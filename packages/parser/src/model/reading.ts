import type { KeywordSchema } from '../schema/keyword.ts';
import type { BlockPath } from '../schema/language.ts';
import type { Release } from '../schema/releases.ts';
import type { ValueSchema } from '../schema/value.ts';
import type { Statement, Word } from '../syntax/tree.ts';
import type { ArgumentContext, BindingProblem } from './problems.ts';

/** Where a value is read, and where problems go. */
export interface Reading {
  readonly statement: Statement;
  readonly schema: KeywordSchema;
  readonly block: BlockPath;
  readonly release: Release;
  readonly report: (problem: BindingProblem) => void;
  /** What is being read of a line with several values. */
  readonly argument: ArgumentContext | undefined;
  /** Of a line on which all addresses are of one family. */
  readonly family: LineFamily | undefined;
}

/** The first address, or word of a family, decides on the family of the line. */
interface LineFamily {
  first: { readonly family: 4 | 6; readonly word: Word } | undefined;
}

/** What the words gave: a value unless they are wrong, and how many of them belong to it. */
export interface Read {
  readonly value: unknown;
  readonly ok: boolean;
  readonly used: number;
}

/** Reads a value that begins at the word with the index `from`. */
export type ReadValue = (
  value: ValueSchema,
  words: readonly Word[],
  from: number,
  at: Reading,
) => Read;

export const nothing = (used: number): Read => ({ value: undefined, ok: false, used });
export const read = (value: unknown, used: number): Read => ({ value, ok: true, used });

const none: readonly Word[] = [];

/** Some of the words of a line; all of them, or none, are no copy. */
export function wordsOf(words: readonly Word[], from: number, to = words.length): readonly Word[] {
  if (from >= to) return none;
  return from === 0 && to >= words.length ? words : words.slice(from, to);
}

/** The same place, of which something else is read. */
export function readingOf(
  { statement, schema, block, release, report }: Reading,
  argument: ArgumentContext | undefined,
  family: LineFamily | undefined,
): Reading {
  return { statement, schema, block, release, report, argument, family };
}

/** Compares the family of an address, or of a word of that family, with those before it. */
export function isOfOneFamily(family: 4 | 6 | undefined, word: Word, at: Reading): boolean {
  const line = at.family;
  if (!line) return true;
  const { first } = line;
  if (!first) {
    if (family !== undefined) line.first = { family, word };
    return true;
  }
  if (first.family === family) return true;
  at.report({ kind: 'family-mismatch', word, family, other: first.word, ...context(at) });
  return false;
}

/** The part of a problem that says where it stands. */
export function context({ statement, schema, block, argument }: Reading): Place {
  return argument ? { statement, schema, block, argument } : { statement, schema, block };
}

interface Place extends Pick<Reading, 'statement' | 'schema' | 'block'> {
  readonly argument?: ArgumentContext;
}

/** Reports that a word is no value of this kind. */
export function invalid(word: Word, expected: string, at: Reading): Read {
  at.report({ kind: 'invalid-value', word, expected, ...context(at) });
  return nothing(1);
}
