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

/** What a token is. */
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

/** A word, a brace, a directive, or a newline that means something. */
export interface Token {
  readonly kind: TokenKind;
  readonly span: Span;
}

/**
 * What stands between tokens: blanks, comments, a byte order mark, newlines before a `{`; and, behind
 * them all, the text that is not read because a limit is exceeded (see `LimitExceeded`).
 */
export interface Trivia {
  readonly kind: 'whitespace' | 'comment' | 'newline' | 'byte-order-mark' | 'unread';
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

/** What a file or a block is made of. */
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
  /** Empty when the brace is missing and was put where it belongs. */
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

/** A brace that opens or closes nothing. */
export interface StrayBrace {
  readonly kind: 'stray-brace';
  readonly source: SourceFile;
  readonly span: Span;
}

/** What is wrong with the shape of a file. */
export type SyntaxProblem =
  | UnclosedBlock
  | UnopenedBlock
  | ExtraBrace
  | UnterminatedQuote
  | DeepNesting
  | LimitExceeded
  | Marked;

interface InFile {
  /** The file of the spans: an expanded tree has parts from several files. */
  readonly source: SourceFile;
}

/** A block whose `}` is missing. */
export interface UnclosedBlock extends InFile {
  readonly kind: 'unclosed-block';
  /** The keyword of the block that is never closed; its `{` when it has none. */
  readonly header: Span;
  readonly keyword: string;
  /** The offset at which the missing `}` belongs. */
  readonly belongs: number;
  readonly reason: BraceReason;
  /** A `}` nearby that is one too many: the missing one, in the wrong place. */
  readonly displaced: Span | undefined;
}

/** A block whose `{` is missing. */
export interface UnopenedBlock extends InFile {
  readonly kind: 'unopened-block';
  /** The keyword of the block that is never opened. */
  readonly header: Span;
  readonly keyword: string;
  /** The offset at which the missing `{` belongs. */
  readonly belongs: number;
  /** A `{` nearby that is one too many: the missing one, in the wrong place. */
  readonly displaced: Span | undefined;
  /** The offset at which its `}` belongs, when that is missing too. */
  readonly closes: number | undefined;
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

/** A brace that opens or closes nothing. */
export interface ExtraBrace extends InFile {
  readonly kind: 'extra-brace';
  readonly span: Span;
  readonly brace: '{' | '}';
  /**
   * The block that a `}` would have closed too early, absent when no block is open; the keyword before
   * a `{`, absent when there is none.
   */
  readonly keyword: string | undefined;
  /** The keyword behind a `}` that shows that the block goes on. */
  readonly next: { readonly keyword: string; readonly at: Span } | undefined;
}

/** A quote without its partner on the line. */
export interface UnterminatedQuote extends InFile {
  readonly kind: 'unterminated-quote';
  readonly span: Span;
}

/** Blocks in blocks without end. What follows is not read. */
export interface DeepNesting extends InFile {
  readonly kind: 'deep-nesting';
  readonly span: Span;
  readonly limit: number;
}

/** More than any configuration has. What follows is not read. */
export interface LimitExceeded extends InFile {
  readonly kind: 'limit-exceeded';
  /** Where the reading ends; the beginning of a file of which nothing is read. */
  readonly span: Span;
  readonly of: 'characters' | 'characters in a line' | 'words' | 'misplaced braces';
  readonly limit: number;
}

/** A byte order mark, which keepalived takes for a part of the first word. */
export interface Marked extends InFile {
  readonly kind: 'byte-order-mark';
  readonly span: Span;
}
