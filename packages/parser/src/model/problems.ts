import type { KeywordSchema, ValueSchema } from '../schema/keyword.ts';
import type { BlockPath } from '../schema/language.ts';
import type { Item, Statement, Word } from '../syntax/tree.ts';

/**
 * What does not fit between a file and the language: facts, without words. The linter's rules turn
 * them into diagnostics, one rule for each kind.
 */
export type BindingProblem =
  | UnknownKeyword
  | UnavailableKeyword
  | DeprecatedKeyword
  | DuplicateKeyword
  | UnexpectedBlock
  | MissingBlock
  | MissingValue
  | InvalidValue
  | OutOfRange
  | TooManyDecimals
  | NotOneOf
  | TooLong
  | ExtraWords;

/** A keyword and where it stands. */
interface AtKeyword {
  readonly statement: Statement;
  /** The keywords of the blocks around it. */
  readonly block: BlockPath;
}

interface AtKnownKeyword extends AtKeyword {
  readonly schema: KeywordSchema;
}

export interface UnknownKeyword extends AtKeyword {
  readonly kind: 'unknown-keyword';
}

/** Known, but not to the release in question: too new, or removed. */
export interface UnavailableKeyword extends AtKnownKeyword {
  readonly kind: 'unavailable-keyword';
}

export interface DeprecatedKeyword extends AtKnownKeyword {
  readonly kind: 'deprecated-keyword';
}

export interface DuplicateKeyword extends AtKnownKeyword {
  readonly kind: 'duplicate-keyword';
  readonly first: Statement;
}

/** A `{` where the keyword, or no keyword, takes a block. */
export interface UnexpectedBlock {
  readonly kind: 'unexpected-block';
  readonly item: Item;
  readonly block: BlockPath;
}

export interface MissingBlock extends AtKnownKeyword {
  readonly kind: 'missing-block';
}

export interface MissingValue extends AtKnownKeyword {
  readonly kind: 'missing-value';
  /** What is missing, in the notation of the manual page. */
  readonly expected: string;
  /** The word that needs another one behind it; absent: the keyword. */
  readonly after?: Word;
}

/** A value that cannot be read at all. */
export interface InvalidValue extends AtKnownKeyword {
  readonly kind: 'invalid-value';
  readonly word: Word;
  /** What would be right: `a whole number`, `an IPv4 address`. */
  readonly expected: string;
}

export interface OutOfRange extends AtKnownKeyword {
  readonly kind: 'out-of-range';
  readonly word: Word;
  readonly min: number;
  readonly max: number;
  readonly unit: string | undefined;
}

export interface TooManyDecimals extends AtKnownKeyword {
  readonly kind: 'too-many-decimals';
  readonly word: Word;
  readonly places: number;
}

export interface NotOneOf extends AtKnownKeyword {
  readonly kind: 'not-one-of';
  readonly word: Word;
  readonly values: readonly string[];
}

export interface TooLong extends AtKnownKeyword {
  readonly kind: 'too-long';
  readonly word: Word;
  /** In bytes. */
  readonly max: number;
}

/** Words behind the value, which keepalived ignores. */
export interface ExtraWords extends AtKnownKeyword {
  readonly kind: 'extra-words';
  readonly words: readonly [Word, ...Word[]];
  readonly value: ValueSchema;
}

/** The statement that a problem is about; undefined for a block without a keyword. */
export function statementOf(problem: BindingProblem): Statement | undefined {
  if (problem.kind !== 'unexpected-block') return problem.statement;
  return problem.item.kind === 'statement' ? problem.item : undefined;
}
