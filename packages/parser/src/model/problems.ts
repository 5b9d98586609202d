import type { KeywordSchema } from '../schema/keyword.ts';
import type { BlockPath } from '../schema/language.ts';
import type {
  Availability,
  OnMissing,
  OperandSchema,
  OptionSchema,
  ValueSchema,
} from '../schema/value.ts';
import type { Item, Statement, Word } from '../syntax/tree.ts';
import type { Location } from '../text/source-file.ts';

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
  | ExtraWords
  | UnavailableValue
  | MissingOption
  | ConflictingOptions
  | DuplicateOption
  | FamilyMismatch
  | DeprecatedOption
  | UnsupportedOption;

/** A keyword and where it stands. */
interface AtKeyword {
  readonly statement: Statement;
  /** The keywords of the blocks around it. */
  readonly block: BlockPath;
}

interface AtKnownKeyword extends AtKeyword {
  readonly schema: KeywordSchema;
  /** What is wrong of a line with several values; absent: the value of the keyword, or the line. */
  readonly argument?: ArgumentContext;
}

/** An operand or an option of a line. */
export interface ArgumentContext {
  /** Its name in the model. */
  readonly name: string;
  readonly schema: OperandSchema | OptionSchema;
  /** The word that names it; undefined for an operand. */
  readonly option: Word | undefined;
  /** The option in whose value it stands, when there is one. */
  readonly within?: Word | undefined;
  /** What keepalived does when its value is missing; undefined: `exits`. */
  readonly missing: OnMissing | undefined;
}

/** A word that is no keyword where it stands. */
export interface UnknownKeyword extends AtKeyword {
  readonly kind: 'unknown-keyword';
}

/** Known, but not to the release in question: too new, or removed. */
export interface UnavailableKeyword extends AtKnownKeyword {
  readonly kind: 'unavailable-keyword';
}

/** Still read by the release in question, but something else should be used. */
export interface DeprecatedKeyword extends AtKnownKeyword {
  readonly kind: 'deprecated-keyword';
}

/** A second occurrence in a block in which only one counts. */
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

/** A keyword that takes a block and has none. */
export interface MissingBlock extends AtKnownKeyword {
  readonly kind: 'missing-block';
}

/** A keyword, or an option, without its value. */
export interface MissingValue extends AtKnownKeyword {
  readonly kind: 'missing-value';
  /** What is missing, in the notation of the manual page. */
  readonly expected: string;
  readonly onMissing: OnMissing;
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

/** A number outside of its range. */
export interface OutOfRange extends AtKnownKeyword {
  readonly kind: 'out-of-range';
  readonly word: Word;
  readonly min: number;
  readonly max: number;
  readonly unit: string | undefined;
  /** What keepalived uses for it; absent: that depends on the keyword. */
  readonly instead?: number;
}

/** A number with more decimals than keepalived reads. */
export interface TooManyDecimals extends AtKnownKeyword {
  readonly kind: 'too-many-decimals';
  readonly word: Word;
  readonly places: number;
}

/** A word that is none of those that may stand there. */
export interface NotOneOf extends AtKnownKeyword {
  readonly kind: 'not-one-of';
  readonly word: Word;
  readonly values: readonly string[];
}

/** A text that is longer than keepalived takes it. */
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
  /** keepalived says so. */
  readonly isReported: boolean;
}

/** A value or an option that the release in question does not have: too new, or removed. */
export interface UnavailableValue extends AtKnownKeyword {
  readonly kind: 'unavailable-value';
  readonly word: Word;
  readonly availability: Availability;
}

/** A line, or an option of it, that needs another option. */
export interface MissingOption extends AtKnownKeyword {
  readonly kind: 'missing-option';
  /** Any of these would do, in the notation of the manual page. */
  readonly expected: readonly string[];
  /** The option that needs another one, or the first word of the line when the line needs one. */
  readonly word: Word;
  readonly neededBy: 'line' | 'option';
  /** keepalived drops the line. */
  readonly isLost: boolean;
}

/** Two options of which only one may stand on a line. */
export interface ConflictingOptions extends AtKnownKeyword {
  readonly kind: 'conflicting-options';
  readonly word: Word;
  readonly other: Word;
  /** keepalived drops the line. */
  readonly isLost: boolean;
}

/** A second occurrence on a line on which only one counts. */
export interface DuplicateOption extends AtKnownKeyword {
  readonly kind: 'duplicate-option';
  readonly word: Word;
  readonly first: Word;
}

/** IPv4 and IPv6 on one line. */
export interface FamilyMismatch extends AtKnownKeyword {
  readonly kind: 'family-mismatch';
  readonly word: Word;
  /** Of the word; undefined for one, such as `default`, that must stand before all addresses. */
  readonly family: 4 | 6 | undefined;
  /** The word that decided on the family of the line. */
  readonly other: Word;
}

/** Still read, but another option should be used. */
export interface DeprecatedOption extends AtKnownKeyword {
  readonly kind: 'deprecated-option';
  readonly word: Word;
  readonly deprecated: NonNullable<OptionSchema['deprecated']>;
}

/** keepalived reads the option and reports that it cannot do it. */
export interface UnsupportedOption extends AtKnownKeyword {
  readonly kind: 'unsupported-option';
  readonly word: Word;
}

/** The statement that a problem is about; undefined for a block without a keyword. */
export function statementOf(problem: BindingProblem): Statement | undefined {
  if (problem.kind !== 'unexpected-block') return problem.statement;
  return problem.item.kind === 'statement' ? problem.item : undefined;
}

/** Problems beyond a limit: there is no more of them than this. */
export interface UnlistedProblems {
  /** Where the first of them is. */
  readonly at: Location;
  readonly count: number;
  /** As many problems are listed. */
  readonly limit: number;
}
