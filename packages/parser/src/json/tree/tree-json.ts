import type { RangeJson } from '../place.ts';

/*
 * The JSON form of a syntax tree. grammar/syntax-tree.schema.json says the same for other programs;
 * nothing is renamed, removed or given another meaning under `version: 1`.
 *
 * The text of a file is, piece by piece, what stands before the piece, the piece, and what stands behind
 * it. What stands between is written only where it is not what one would expect (`usual-layout.ts`), so
 * that a tree made by hand needs none of it. Positions are for readers: `buildText` does not look at them.
 */

/** A file as it is written. */
export interface SyntaxTreeJson {
  readonly format: 'kalint-syntax-tree';
  readonly version: 1;
  /** As the file was named. */
  readonly file?: string;
  /** Of the file's bytes; UTF-8 when absent. */
  readonly encoding?: 'utf-8' | 'latin-1';
  /** Secrets are replaced by asterisks: no text can be built. */
  readonly masked?: true;
  readonly items: readonly ItemJson[];
  /** Behind the last item; when absent, a newline if there is an item. */
  readonly end?: readonly TriviaJson[];
  /** The text behind that, which is not read because a limit is exceeded. */
  readonly unread?: string;
}

/** What a file or a block is made of. */
export type ItemJson = StatementJson | BlockJson | DirectiveJson | StrayBraceJson;

/** A line: a keyword, its words, and perhaps a block. */
export interface StatementJson {
  readonly kind: 'statement';
  readonly keyword: WordJson;
  readonly words: readonly WordJson[];
  readonly block?: BlockJson;
  readonly range?: RangeJson;
}

/** `{ ... }`; as an item of its own, a block that belongs to no keyword. */
export interface BlockJson {
  readonly kind: 'block';
  /** False when the brace is missing. */
  readonly open?: PieceJson | false;
  readonly items: readonly ItemJson[];
  /** False when the brace is missing. */
  readonly close?: PieceJson | false;
}

/** `$NAME=VALUE`, `@id`, `~SEQ(...)`, or an include line, as it is written. */
export interface DirectiveJson extends PieceJson {
  readonly kind: 'definition' | 'condition' | 'sequence' | 'include';
  readonly text: string;
}

/** A brace that opens or closes nothing. */
export interface StrayBraceJson extends PieceJson {
  readonly kind: 'stray-brace';
  readonly text: '{' | '}';
}

/** A word of a line. */
export interface WordJson extends PieceJson {
  /** Without its quotes. */
  readonly text: string;
  /** Absent: none. An unterminated word has no second quote and ends with its line. */
  readonly quoting?: 'double' | 'unterminated';
  /** Touches the word before it. */
  readonly joined?: true;
}

/** Something that stands in the text, and what stands around it. */
export interface PieceJson {
  readonly before?: readonly TriviaJson[];
  /** A comment behind it, up to the end of the line. */
  readonly after?: readonly TriviaJson[];
  readonly range?: RangeJson;
}

/** Blanks and newlines as they are, or a comment. */
export type TriviaJson = string | CommentJson;

/** From `#` or `!` to the end of the line. */
export interface CommentJson {
  readonly kind: 'comment';
  readonly text: string;
  readonly range?: RangeJson;
}
