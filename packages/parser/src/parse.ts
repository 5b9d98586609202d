import type { IToken } from 'chevrotain';
import { placeBraces, type Placed } from './braces/place-braces.ts';
import type { Expansion } from './expand/expand.ts';
import { relocateProblems } from './expand/relocate.ts';
import { tokeniseExpanded } from './expand/tokenise-expanded.ts';
import type { SourceFile } from './text/source-file.ts';
import { cutAt } from './syntax/cut.ts';
import { parseTokens, spanOf } from './syntax/grammar.ts';
import { layOut } from './syntax/layout.ts';
import { exceededSize } from './syntax/size-limits.ts';
import { tokenise, tokeniseQuickly, UnterminatedWord, type Lexed } from './syntax/tokens.ts';
import type { SyntaxProblem, SyntaxTree, Token, TokenKind, Trivia } from './syntax/tree.ts';

/**
 * Parses one file as it is written. Total: any text gives a tree, and `print` gives the text back.
 * Time and memory grow with the length of the text; nothing is thrown. Of a text beyond `sizeLimits`
 * nothing is read but its size.
 */
export function parse(source: SourceFile): SyntaxTree {
  const { tokens, problems } = place(source, tokeniseQuickly);
  const items = parseTokens(source, tokens);
  const contents = { source, items, problems: [...lexicalProblems(source, tokens), ...problems] };
  return withTokens(contents, () => place(source, tokenise));
}

/**
 * Parses what the preprocessor has made of a text. The items and the problems of the tree tell where
 * they were written, in whatever file; tokens, trivia and `source` are those of the expanded text.
 */
export function parseExpanded(expansion: Expansion): SyntaxTree {
  const { expanded: source, locate } = expansion;
  const { tokens, problems } = place(source, forExpanded(tokeniseQuickly));
  const items = parseTokens(source, tokens, locate);
  const all = [...lexicalProblems(source, tokens), ...problems];
  const contents = { source, items, problems: relocateProblems(all, expansion) };
  return withTokens(contents, () => place(source, forExpanded(tokenise)));
}

type Tokenise = (text: string) => Lexed;

function forExpanded(lexer: Tokenise): Tokenise {
  return (text) => tokeniseExpanded(text, lexer);
}

function place(source: SourceFile, lexer: Tokenise): Placed {
  const { text } = source;
  const exceeded = exceededSize(text);
  if (!exceeded) return placeBraces(source, layOut(lexer(text)));
  const { of, limit, at } = exceeded;
  const { tokens, trivia, problems } = placeBraces(source, layOut(lexer(text.slice(0, at))));
  const span = { start: at, end: at };
  return {
    ...cutAt(text, { tokens, trivia }, at),
    problems: [
      ...problems.filter((problem) => !isLeftOpen(problem)),
      { kind: 'limit-exceeded', source, span, of, limit },
    ],
  };
}

/** Whether a block is only not closed because the reading ends before its `}`. */
function isLeftOpen(problem: SyntaxProblem): boolean {
  return problem.kind === 'unclosed-block' && problem.reason.kind === 'end-of-file';
}

/**
 * Adds tokens and trivia to a tree. Few look at them, and they would take more memory than all the
 * rest, so they are made, once more, when they are asked for.
 */
function withTokens(
  contents: Pick<SyntaxTree, 'source' | 'items' | 'problems'>,
  lex: () => Lexed,
): SyntaxTree {
  let made: Pick<SyntaxTree, 'tokens' | 'trivia'> | undefined;
  const make = (): Pick<SyntaxTree, 'tokens' | 'trivia'> => {
    const { tokens, trivia } = lex();
    return {
      tokens: tokens.map((token) => ({ kind: tokenKind(token), span: spanOf(token) })),
      trivia: trivia.map((token) => ({ kind: triviaKind(token), span: spanOf(token) })),
    };
  };
  return {
    ...contents,
    get tokens() {
      return (made ??= make()).tokens;
    },
    get trivia() {
      return (made ??= make()).trivia;
    },
  };
}

function lexicalProblems(source: SourceFile, tokens: readonly IToken[]): readonly SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  if (source.text.startsWith('\uFEFF')) {
    problems.push({ kind: 'byte-order-mark', source, span: { start: 0, end: 1 } });
  }
  for (const token of tokens) {
    if (token.tokenType === UnterminatedWord) {
      problems.push({ kind: 'unterminated-quote', source, span: spanOf(token) });
    }
  }
  return problems;
}

const tokenKinds: Readonly<Record<string, TokenKind>> = {
  Newline: 'newline',
  LeftBrace: 'left-brace',
  RightBrace: 'right-brace',
  StrayBrace: 'stray-brace',
  MissingLeftBrace: 'missing-brace',
  MissingRightBrace: 'missing-brace',
  Definition: 'definition',
  Condition: 'condition',
  Sequence: 'sequence',
  Include: 'include',
};

function tokenKind(token: IToken): Token['kind'] {
  return tokenKinds[token.tokenType.name] ?? 'word';
}

const triviaKinds: Readonly<Record<string, Trivia['kind']>> = {
  Comment: 'comment',
  Newline: 'newline',
  ByteOrderMark: 'byte-order-mark',
  Unread: 'unread',
};

function triviaKind(token: IToken): Trivia['kind'] {
  return triviaKinds[token.tokenType.name] ?? 'whitespace';
}
