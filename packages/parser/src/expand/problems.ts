import type { Location } from '../text/source-file.ts';
import type { RefusedFile } from './include-reader.ts';
import type { Quantity } from './limits.ts';
import type { Origin } from '../text/origin.ts';

/** What is wrong, or cannot be known, about a use of the preprocessor: facts, no messages. */
export type ExpandProblem =
  | UndefinedDefinition
  | BlankBeforeEquals
  | ReferenceNotReplaced
  | BlankInReference
  | WrongParameters
  | TextBehindParameters
  | MultilineReferenceNotAtEnd
  | SelfReference
  | LineTooLong
  | WrittenLineTooLong
  | ExpansionTooLarge
  | SequenceInvalid
  | SequenceTooLong
  | ListTooManyValues
  | IncludeNotRead
  | IncludeUnreadable
  | IncludeWithoutMatch
  | IncludeLoop
  | IncludeReadTwice
  | IncludeDelayed
  | UnsetEnvironment
  | UnknownInput
  | ResultReadAgain
  | BackslashInComment
  | SkippedDefinitionGoesOn
  | DefinitionCut;

interface Problem<Kind extends string> {
  readonly kind: Kind;
  readonly at: Origin;
}

/**
 * Nothing of this name is defined so far. keepalived leaves the reference in the text; the braces of
 * `${NAME}` outside of quotes then are those of a block. A `$NAME` may also be meant as it is, in a
 * password or for a shell.
 */
export interface UndefinedDefinition extends Problem<'undefined-definition'> {
  readonly name: string;
  readonly braces: boolean;
  readonly quoted: boolean;
  /** It is defined, but further down. */
  readonly definedLater: Location | undefined;
  /** It is defined, but in a line for another id. */
  readonly definedForOthers: Location | undefined;
}

/** `$NAME =value` is no definition. The expanded text is without the line. */
export interface BlankBeforeEquals extends Problem<'blank-before-equals'> {
  readonly name: string;
}

/** `$NAME` is defined, but `next` stands behind it, which does not end a reference. */
export interface ReferenceNotReplaced extends Problem<'reference-not-replaced'> {
  readonly name: string;
  readonly next: string;
  readonly quoted: boolean;
}

/** `${NAME }`: keepalived replaces it, but leaves a `}` behind (not in the expanded text). */
export interface BlankInReference extends Problem<'blank-in-reference'> {
  readonly name: string;
}

/** `${NAME 1 2}` where NAME takes no, fewer or other parameters. */
export interface WrongParameters extends Problem<'wrong-parameters'> {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly reason: 'number-of-parameters' | 'not-decimal' | 'minimum-above-maximum';
}

/**
 * Text follows `${NAME 1 2}`, and what is put in is shorter than it. Before 2.4.0 keepalived garbles such
 * a line; the expansion does not.
 */
export interface TextBehindParameters extends Problem<'text-behind-parameters'> {
  readonly name: string;
}

/** A definition of several lines is only put in where the reference ends the line. */
export interface MultilineReferenceNotAtEnd extends Problem<'multiline-reference-not-at-end'> {
  readonly name: string;
  readonly definition: Location | undefined;
}

/** The value leads back to the name. keepalived never ends, or stops at the longest line. */
export interface SelfReference extends Problem<'self-reference'> {
  readonly name: string;
  readonly definition: Location | undefined;
}

/** With the value the line would exceed a limit; this reference and the later ones are left. */
export interface LineTooLong extends Problem<'line-too-long'> {
  readonly name: string;
  readonly of: 'bytes' | 'replacements' | 'nested definitions';
  readonly limit: number;
}

/**
 * keepalived cannot read a line of so many bytes. It ignores the first 1023 and takes the rest for the
 * next line; before 2.4.0 it took both for lines. Directives and references in it are left as they are.
 */
export interface WrittenLineTooLong extends Problem<'written-line-too-long'> {
  readonly bytes: number;
  readonly limit: number;
}

/** The expansion ends here: what follows is not in the expanded text. */
export interface ExpansionTooLarge extends Problem<'expansion-too-large'> {
  readonly of: Quantity;
  readonly limit: number;
}

/** What is wrong with a `~SEQ` or a `~LST`. */
export type SequenceFault =
  /** Not `~SEQ(VAR, ...)` or `~LST(VAR, ...)`. */
  | 'form'
  /** The closing parenthesis is missing. */
  | 'unclosed'
  /** The numbers are more than 63 characters. */
  | 'parameters-too-long'
  /** The step is 0 or leads away from the end. */
  | 'step'
  /** `~SEQx` with a negative number. */
  | 'negative-hexadecimal';

/** keepalived ignores the line. */
export interface SequenceInvalid extends Problem<'sequence-invalid'> {
  readonly keyword: string;
  readonly fault: SequenceFault;
}

/** The sequence is not in the expanded text. */
export interface SequenceTooLong extends Problem<'sequence-too-long'> {
  readonly count: number;
  readonly limit: number;
}

/** A set of values has more values than there are variables. keepalived ignores the line. */
export interface ListTooManyValues extends Problem<'list-too-many-values'> {
  readonly variables: number;
}

interface IncludeProblem<Kind extends string> extends Problem<Kind> {
  /** `include`, `includer`, ... */
  readonly keyword: string;
  readonly pattern: string;
}

/** Nobody gave a way to read includes. */
export type IncludeNotRead = IncludeProblem<'include-not-read'>;

/** Some or all of what the pattern stands for is not read. */
export interface IncludeUnreadable extends IncludeProblem<'include-unreadable'> {
  readonly refused: readonly RefusedFile[];
}

/** A pattern with wildcards fits nothing. */
export type IncludeWithoutMatch = IncludeProblem<'include-without-match'>;

/** The file includes itself, or files are nested too deeply. */
export interface IncludeLoop extends IncludeProblem<'include-loop'> {
  readonly path: string;
  /** Given when the files are too deep in each other. */
  readonly limit: number | undefined;
}

/**
 * The line does not begin with the word include as written. Then keepalived's processes read the file
 * twice: once from the copy that the parent has made, once because the line is still there.
 */
export type IncludeReadTwice = IncludeProblem<'include-read-twice'>;

/**
 * The line comes from a sequence or a definition of several lines that has further lines to give.
 * keepalived reads these first, and then the file, wherever the line stood.
 */
export type IncludeDelayed = IncludeProblem<'include-delayed'>;

/** The environment has no such name; keepalived puts in nothing. */
export interface UnsetEnvironment extends Problem<'unset-environment'> {
  readonly name: string;
}

/** What the reference stands for was not given; it is left. */
export interface UnknownInput extends Problem<'unknown-input'> {
  readonly name: '_INSTANCE' | '_RANDOM' | '_ENV';
}

/**
 * Replacing led to a line that is a directive, or to a reference that was none before. keepalived up
 * to 2.3 reads such a line again, and so does the expansion.
 */
export interface ResultReadAgain extends Problem<'result-read-again'> {
  readonly result: 'condition' | 'definition' | 'sequence' | 'reference';
  /**
   * The first release that does not read it again. Undefined: no release does, nor does the expansion
   * (a sequence without any `$`): the line is taken for a keyword.
   */
  readonly notSince: string | undefined;
}

/**
 * A backslash ends a comment. Before keepalived 2.4.0 it counts: it continues a definition, and
 * anywhere else becomes part of the line. Since 2.4.0 it is part of the comment.
 */
export interface BackslashInComment extends Problem<'backslash-in-comment'> {
  /** In a definition the expanded text is as before 2.4.0, elsewhere as since then. */
  readonly place: 'definition' | 'line' | 'comment-line';
}

/**
 * `@id $NAME=value \` for another id: keepalived skips this line only. Those that should continue it
 * are read as configuration.
 */
export interface SkippedDefinitionGoesOn extends Problem<'skipped-definition-goes-on'> {
  readonly name: string;
}

/**
 * A line with nothing but blanks or a comment among the lines of a definition. keepalived's first
 * process reads over it. The others, which read the copy that it makes, find an empty line there, and
 * an empty line ends a definition: what follows is configuration. So it is in the expanded text.
 */
export type DefinitionCut = Problem<'definition-cut'>;
