import type { Location, SourceFile } from '../text/source-file.ts';
import type { Span } from '../text/span.ts';

/**
 * One file as it is written. Nothing is lost: the tokens and the trivia, put in order, are the text
 * (`print`). Words mean nothing here yet; `bind` gives them their meaning.
 */
export interface SyntaxTree {
  readonly source: SourceFile;
  readonly items: readonly Item[];
  readonly tokens: readonly Token[];
  readonly trivia: readonly Trivia[];
  readonly problems: readonly SyntaxProblem[];
}

export type TokenKind =
  | 'word'
  | 'newline'
  | 'left-brace'
  | 'right-brace'
  | 'stray-brace'
  | 'missing-brace'
  | 'definition'
  | 'condition'
  | 'sequence'
  | 'include';

export interface Token {
  readonly kind: TokenKind;
  readonly span: Span;
}

/** What stands between tokens: blanks, comments, a byte order mark, newlines before a `{`. */
export interface Trivia {
  readonly kind: 'whitespace' | 'comment' | 'newline' | 'byte-order-mark';
  readonly span: Span;
}

/** A word of a line. */
export interface Word {
  readonly source: SourceFile;
  readonly span: Span;
  /** Without the quotes around it. */
  readonly text: string;
  readonly quoted: boolean;
  /** Touches the word before it: `a"b"` are two words, except for scripts. */
  readonly joined: boolean;
  /** In an expanded tree, the steps from the place of the word to the word; see `Origin`. */
  readonly via?: readonly Location[];
}

export type Item = Statement | Block | Directive | StrayBrace;

/** A line: a keyword, its words, and perhaps a block. */
export interface Statement {
  readonly kind: 'statement';
  readonly source: SourceFile;
  readonly keyword: Word;
  /** The words behind the keyword. */
  readonly words: readonly Word[];
  readonly block: Block | undefined;
  readonly span: Span;
}

/** `{ ... }`; as an item of its own, a block that belongs to no keyword. */
export interface Block {
  readonly kind: 'block';
  readonly source: SourceFile;
  readonly items: readonly Item[];
  readonly open: Span;
  /** Empty when the brace is missing and was put where it belongs. */
  readonly close: Span;
  readonly span: Span;
}

/** A line, or the beginning of one, for keepalived's preprocessor. */
export interface Directive {
  readonly kind: 'definition' | 'condition' | 'sequence' | 'include';
  readonly source: SourceFile;
  readonly text: string;
  readonly span: Span;
}

/** A `}` that closes nothing. */
export interface StrayBrace {
  readonly kind: 'stray-brace';
  readonly source: SourceFile;
  readonly span: Span;
}

/** What is wrong with the shape of a file. */
export type SyntaxProblem = UnclosedBlock | ExtraBrace | UnterminatedQuote | DeepNesting | Marked;

interface InFile {
  /** The file of the spans: an expanded tree has parts from several files. */
  readonly source: SourceFile;
}

export interface UnclosedBlock extends InFile {
  readonly kind: 'unclosed-block';
  /** The keyword of the block that is never closed; its `{` when it has none. */
  readonly header: Span;
  readonly keyword: string;
  /** The offset at which the missing `}` belongs. */
  readonly belongs: number;
  readonly reason: BraceReason;
}

/** Why a missing `}` belongs where it belongs. */
export type BraceReason =
  /** The keyword that follows cannot stand in the block, but can in one around it. */
  | {
      readonly kind: 'keyword';
      readonly keyword: string;
      readonly at: Span;
      readonly within: string;
    }
  /** The next `}` is indented like the header of a block further out. */
  | { readonly kind: 'indentation'; readonly at: Span; readonly matches: string }
  | { readonly kind: 'end-of-file' };

export interface ExtraBrace extends InFile {
  readonly kind: 'extra-brace';
  readonly span: Span;
  /** The block that the brace would have closed too early; absent when no block is open. */
  readonly within: string | undefined;
  /** The keyword behind the brace that shows that the block goes on. */
  readonly next: { readonly keyword: string; readonly at: Span } | undefined;
}

export interface UnterminatedQuote extends InFile {
  readonly kind: 'unterminated-quote';
  readonly span: Span;
}

export interface DeepNesting extends InFile {
  readonly kind: 'deep-nesting';
  readonly span: Span;
  readonly limit: number;
}

export interface Marked extends InFile {
  readonly kind: 'byte-order-mark';
  readonly span: Span;
}
