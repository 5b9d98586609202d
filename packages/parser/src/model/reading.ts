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
  readonly argument?: ArgumentContext;
  /** Compares the family of an address, or of a word of that family, with those before it. */
  readonly seeFamily?: (family: 4 | 6 | undefined, word: Word, at: Reading) => boolean;
}

/** What the words gave: a value unless they are wrong, and how many of them belong to it. */
export interface Read {
  readonly value: unknown;
  readonly ok: boolean;
  readonly used: number;
}

export type ReadValue = (value: ValueSchema, words: readonly Word[], at: Reading) => Read;

export const nothing = (used: number): Read => ({ value: undefined, ok: false, used });
export const read = (value: unknown, used: number): Read => ({ value, ok: true, used });

/** The part of a problem that says where it stands. */
export function context({
  statement,
  schema,
  block,
  argument,
}: Reading): Pick<Reading, 'statement' | 'schema' | 'block' | 'argument'> {
  return argument ? { statement, schema, block, argument } : { statement, schema, block };
}

/** Reports that a word is no value of this kind. */
export function invalid(word: Word, expected: string, at: Reading): Read {
  at.report({ kind: 'invalid-value', word, expected, ...context(at) });
  return nothing(1);
}
