import {
  cover,
  type Location,
  type SourceFile,
  type Span,
  type Statement,
  type TextEdit,
  type Word,
} from '@kalint/parser';

/**
 * - `error`: keepalived rejects, drops or changes the line, or the cluster cannot work.
 * - `warning`: it runs, but not as its author means.
 * - `info`: advice.
 */
export type Severity = 'error' | 'warning' | 'info';

/** One finding, complete: what is wrong, where, why, and what to do. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, in one sentence without a full stop. */
  readonly message: string;
  readonly location: Location;
  /** Other places that belong to it. */
  readonly related: readonly RelatedLocation[];
  /** Why: what keepalived does with it. */
  readonly notes: readonly string[];
  /** What to do. */
  readonly help: string | undefined;
  readonly fix: Fix | undefined;
}

/** Another place that belongs to a diagnostic, and what is to be said of it. */
export interface RelatedLocation {
  readonly location: Location;
  readonly message: string;
}

/** A repair that an editor, or `--fix`, can carry out. */
export interface Fix {
  readonly title: string;
  /** `safe` keeps what keepalived does, or does what was clearly meant; `unsafe` changes it. */
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly FileEdit[];
}

/** A text edit in one of the files. */
export interface FileEdit extends TextEdit {
  readonly source: SourceFile;
}

/** Anything of a tree or a model that knows where it stands. */
export type Place =
  | Location
  | { readonly statement: Statement; readonly words: readonly Word[] }
  | { readonly statements: readonly [Statement, ...Statement[]] };

/** The location of a place, within one line: of a setting, keyword and value; of a block, its keyword. */
export function locationOf(place: Place): Location {
  if ('span' in place) return place;
  if ('statements' in place) return place.statements[0].keyword;
  const { source, keyword } = place.statement;
  return { source, span: cover(keyword.span, (place.words.at(-1) ?? keyword).span) };
}

/** The edit that puts a text before an offset. */
export function insertion(source: SourceFile, at: number, text: string): FileEdit {
  return { source, span: { start: at, end: at }, text };
}

/** A location from a file and a span in it. */
export function location(source: SourceFile, span: Span): Location {
  return { source, span };
}
