import { EmbeddedActionsParser, EOF, type IOrAlt, type IToken } from 'chevrotain';
import { partIn, type Locate } from '../text/origin.ts';
import type { Location, SourceFile } from '../text/source-file.ts';
import { cover, type Span } from '../text/span.ts';
import {
  AnyDirective,
  AnyWord,
  LeftBrace,
  MissingLeftBrace,
  MissingRightBrace,
  Newline,
  QuotedWord,
  RightBrace,
  StrayBrace,
  tokenTypes,
  UnterminatedWord,
} from './tokens.ts';
import type {
  Block,
  Directive,
  Item,
  Statement,
  StrayBrace as StrayBraceItem,
  Word,
} from './tree.ts';

/*
 *   configuration := (item | RightBrace)*
 *   item          := AnyDirective | statement | block | StrayBrace
 *   statement     := AnyWord+ (block | Newline)?
 *   block         := (LeftBrace | MissingLeftBrace) item* (RightBrace | MissingRightBrace)?
 *
 * AnyWord stands for PlainWord, BackslashWord, QuotedWord and UnterminatedWord; AnyDirective for
 * Definition, Condition, Sequence and Include.
 *
 * LL(1), and total: whatever the tokens, some parse exists, so the parser needs no recovery.
 * The actions build the tree directly; a generic syntax tree and a walk over it take four to five
 * times as long.
 */

const nowhere: SourceFile = { path: '', text: '' };

type Alternatives<Result> = IOrAlt<Result>[];

export function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: token.startOffset + token.image.length };
}

/**
 * Exported for `validateGrammar` in the tests and for the generated grammar documents. Alternatives and other
 * callbacks that need nothing of their rule are made once: made anew for each line they are a tenth of all memory
 * that a check asks for (Chevrotain's guide to performance has the same).
 */
export class KeepalivedParser extends EmbeddedActionsParser {
  private source: SourceFile = nowhere;
  /** For an expanded text. */
  private locate: Locate | undefined;
  /** Where, in the parsed text, the last item or word ends. */
  private reached = 0;
  /** Those of the line that is read. */
  private words: Word[] = [];

  constructor(options: { readonly validate: boolean }) {
    super(tokenTypes, { maxLookahead: 1, skipValidations: !options.validate });
    this.performSelfAnalysis();
  }

  parse(source: SourceFile, tokens: IToken[], locate?: Locate): readonly Item[] {
    this.source = source;
    this.locate = locate;
    this.reached = 0;
    this.input = tokens;
    const items = this.configuration();
    // The parser lives on, and would keep what it has read last.
    this.source = nowhere;
    this.locate = undefined;
    this.words = [];
    this.input = [];
    return items;
  }

  readonly configuration = this.RULE('configuration', (): readonly Item[] => {
    const items: Item[] = [];
    this.MANY(() => items.push(this.OR(this.topLevel)));
    this.CONSUME(EOF);
    return items;
  });

  private readonly topLevel: Alternatives<Item> = [
    { ALT: () => this.SUBRULE(this.item) },
    { ALT: () => this.strayBrace(this.CONSUME(RightBrace)) },
  ];

  private readonly item = this.RULE('item', (): Item => this.OR(this.items));

  private readonly items: Alternatives<Item> = [
    { ALT: () => this.SUBRULE(this.statement) },
    { ALT: () => this.directiveOf(this.CONSUME(AnyDirective)) },
    { ALT: () => this.SUBRULE(this.block) },
    { ALT: () => this.strayBrace(this.CONSUME(StrayBrace)) },
  ];

  private readonly statement = this.RULE('statement', (): Statement => {
    // None of another line is read before all of this one are.
    const words: Word[] = [];
    this.words = words;
    this.AT_LEAST_ONE(this.word);
    const block = this.OPTION(this.endOfLine);
    return this.ACTION(() => this.statementOf(words, block));
  });

  private readonly word = (): void => {
    this.words.push(this.wordOf(this.CONSUME(AnyWord)));
  };

  private readonly endOfLine = (): Block | undefined => this.OR(this.endsOfLine);

  private readonly endsOfLine: Alternatives<Block | undefined> = [
    { ALT: () => this.SUBRULE(this.block) },
    { ALT: () => void this.CONSUME(Newline) },
  ];

  private readonly block = this.RULE('block', (): Block => {
    const items: Item[] = [];
    const open = this.OR(this.openBraces);
    this.MANY(() => items.push(this.SUBRULE(this.item)));
    const close = this.OPTION(this.closeBrace);
    return this.ACTION(() => this.blockOf(items, open, close));
  });

  private readonly openBraces: Alternatives<Span> = [
    { ALT: () => this.spanOf(this.CONSUME(LeftBrace)) },
    { ALT: () => this.spanOf(this.CONSUME(MissingLeftBrace)) },
  ];

  private readonly closeBrace = (): Span => this.OR2(this.closeBraces);

  private readonly closeBraces: Alternatives<Span> = [
    { ALT: () => this.spanOf(this.CONSUME(RightBrace)) },
    { ALT: () => this.spanOf(this.CONSUME(MissingRightBrace)) },
  ];

  /** In the parsed text, whose next item or word cannot begin before its end. */
  private spanOf(token: IToken): Span {
    const span = spanOf(token);
    this.reached = span.end;
    return span;
  }

  private placeOf(span: Span): Location {
    const { source, locate } = this;
    if (!locate) return { source, span };
    const origin = locate(span);
    return { source: origin.source, span: origin.span };
  }

  private strayBrace(brace: IToken): StrayBraceItem {
    return { kind: 'stray-brace', ...this.placeOf(this.spanOf(brace)) };
  }

  private directiveOf(token: IToken): Directive {
    const kind = directiveKinds[token.tokenType.name] ?? 'definition';
    const { source, span } = this.placeOf(this.spanOf(token));
    return { kind, source, text: token.image, span };
  }

  private wordOf(token: IToken): Word {
    const { locate, reached } = this;
    const written = this.spanOf(token);
    const isClosed = token.tokenType === QuotedWord;
    const quoted = isClosed || token.tokenType === UnterminatedWord;
    const text = quoted ? token.image.slice(1, isClosed ? -1 : undefined) : unescaped(token.image);
    const joined = this.words.length > 0 && written.start === reached;
    if (!locate) return { source: this.source, span: written, text, quoted, joined };
    const { source, span, via } = locate(written);
    return via.length > 0
      ? { source, span, text, quoted, joined, via }
      : { source, span, text, quoted, joined };
  }

  private statementOf([keyword, ...words]: readonly Word[], block: Block | undefined): Statement {
    if (!keyword) throw new Error('a statement has at least one word');
    const { source } = keyword;
    let { span } = block?.source === source ? { span: cover(keyword.span, block.span) } : keyword;
    for (const word of words) if (word.source === source) span = cover(span, word.span);
    return { kind: 'statement', source, keyword, words, block, span };
  }

  private blockOf(items: readonly Item[], opened: Span, brace: Span | undefined): Block {
    const end = this.reached;
    const closed = brace ?? { start: end, end };
    const { source, span: open } = this.placeOf(opened);
    const close = this.locate ? partIn(source, this.locate(closed)) : closed;
    return { kind: 'block', source, items, open, close, span: cover(open, close) };
  }
}

/** Quoted text stays as it is; lib/parser.c, decomment(). */
function unescaped(unquoted: string): string {
  return unquoted.includes('\\') ? unquoted.replace(/\\([#!])/g, '$1') : unquoted;
}

const directiveKinds: Readonly<Record<string, Directive['kind']>> = {
  Definition: 'definition',
  Condition: 'condition',
  Sequence: 'sequence',
  Include: 'include',
};

let parser: KeepalivedParser | undefined;

/**
 * Parses tokens whose braces are balanced or not; never fails.
 *
 * @param locate tells where the text of the tokens was written, when it is not a file; the items are put there
 */
export function parseTokens(
  source: SourceFile,
  tokens: IToken[],
  locate?: Locate,
): readonly Item[] {
  parser ??= new KeepalivedParser({ validate: false });
  return parser.parse(source, tokens, locate);
}
