import { EmbeddedActionsParser, EOF, type IToken } from 'chevrotain';
import type { SourceFile } from '../text/source-file.ts';
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
import type { Block, Directive, Item, Statement, Word } from './tree.ts';

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

export function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: token.startOffset + token.image.length };
}

/** Exported for `validateGrammar` in the tests and for the generated grammar documents. */
export class KeepalivedParser extends EmbeddedActionsParser {
  private source: SourceFile = nowhere;

  constructor(options: { readonly validate: boolean }) {
    super(tokenTypes, { maxLookahead: 1, skipValidations: !options.validate });
    this.performSelfAnalysis();
  }

  parse(source: SourceFile, tokens: IToken[]): readonly Item[] {
    this.source = source;
    this.input = tokens;
    const items = this.configuration();
    // The parser lives on, and would keep what it has read last.
    this.source = nowhere;
    this.input = [];
    return items;
  }

  readonly configuration = this.RULE('configuration', (): readonly Item[] => {
    const items: Item[] = [];
    this.MANY(() =>
      this.OR([
        { ALT: () => this.SUBRULE(this.item, { ARGS: [items] }) },
        {
          ALT: () => {
            const brace = this.CONSUME(RightBrace);
            this.ACTION(() => items.push(this.strayBrace(brace)));
          },
        },
      ]),
    );
    this.CONSUME(EOF);
    return items;
  });

  private readonly item = this.RULE('item', (into: Item[]): void => {
    this.OR([
      {
        ALT: () => {
          const statement = this.SUBRULE(this.statement);
          this.ACTION(() => into.push(statement));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(AnyDirective);
          this.ACTION(() => into.push(this.directiveOf(token)));
        },
      },
      {
        ALT: () => {
          const block = this.SUBRULE(this.block);
          this.ACTION(() => into.push(block));
        },
      },
      {
        ALT: () => {
          const brace = this.CONSUME(StrayBrace);
          this.ACTION(() => into.push(this.strayBrace(brace)));
        },
      },
    ]);
  });

  private readonly statement = this.RULE('statement', (): Statement => {
    const words: Word[] = [];
    let block: Block | undefined;
    this.AT_LEAST_ONE(() => {
      const token = this.CONSUME(AnyWord);
      this.ACTION(() => words.push(this.wordOf(token, words.at(-1))));
    });
    this.OPTION(() =>
      this.OR([
        { ALT: () => (block = this.SUBRULE(this.block)) },
        { ALT: () => void this.CONSUME(Newline) },
      ]),
    );
    return this.ACTION(() => {
      const [keyword, ...rest] = words;
      if (!keyword) throw new Error('a statement has at least one word');
      const last = block ?? rest.at(-1) ?? keyword;
      return {
        kind: 'statement',
        source: this.source,
        keyword,
        words: rest,
        block,
        span: cover(keyword.span, last.span),
      };
    });
  });

  private readonly block = this.RULE('block', (): Block => {
    const items: Item[] = [];
    const open = this.OR([
      { ALT: () => this.CONSUME(LeftBrace) },
      { ALT: () => this.CONSUME(MissingLeftBrace) },
    ]);
    this.MANY(() => this.SUBRULE(this.item, { ARGS: [items] }));
    const close = this.OPTION(() =>
      this.OR2([
        { ALT: () => this.CONSUME(RightBrace) },
        { ALT: () => this.CONSUME(MissingRightBrace) },
      ]),
    );
    return this.ACTION(() => {
      const opened = spanOf(open);
      const end = items.at(-1)?.span.end ?? opened.end;
      const closed = close ? spanOf(close) : { start: end, end };
      return {
        kind: 'block',
        source: this.source,
        items,
        open: opened,
        close: closed,
        span: cover(opened, closed),
      };
    });
  });

  private strayBrace(brace: IToken): Item {
    return { kind: 'stray-brace', source: this.source, span: spanOf(brace) };
  }

  private directiveOf(token: IToken): Directive {
    const kind = directiveKinds[token.tokenType.name] ?? 'definition';
    return { kind, source: this.source, text: token.image, span: spanOf(token) };
  }

  private wordOf(token: IToken, previous: Word | undefined): Word {
    const span = spanOf(token);
    const isClosed = token.tokenType === QuotedWord;
    const isQuoted = isClosed || token.tokenType === UnterminatedWord;
    return {
      source: this.source,
      span,
      text: isQuoted ? token.image.slice(1, isClosed ? -1 : undefined) : unescaped(token.image),
      quoted: isQuoted,
      joined: previous?.span.end === span.start,
    };
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

/** Parses tokens whose braces are balanced or not; never fails. */
export function parseTokens(source: SourceFile, tokens: IToken[]): readonly Item[] {
  parser ??= new KeepalivedParser({ validate: false });
  return parser.parse(source, tokens);
}
