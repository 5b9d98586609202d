import type { IToken } from 'chevrotain';
import { placeBraces } from '../braces/place-braces.ts';
import type { SourceFile } from '../text/source-file.ts';
import { parseTokens, spanOf } from './grammar.ts';
import { layOut } from './layout.ts';
import { tokenise, UnterminatedWord } from './tokens.ts';
import type { SyntaxProblem, SyntaxTree, Token, TokenKind, Trivia } from './tree.ts';

/**
 * Parses one file as it is written. Total: any text gives a tree, and `print` gives the text back.
 * Time and memory grow with the length of the text; nothing is thrown.
 */
export function parse(source: SourceFile): SyntaxTree {
  const { tokens: written, trivia } = layOut(tokenise(source.text));
  const { tokens, problems } = placeBraces(source.text, written);
  return {
    source,
    items: parseTokens(source, tokens),
    tokens: tokens.map((token) => ({ kind: tokenKind(token), span: spanOf(token) })),
    trivia: trivia.map((token) => ({ kind: triviaKind(token), span: spanOf(token) })),
    problems: [...lexicalProblems(tokens, trivia), ...problems],
  };
}

function lexicalProblems(
  tokens: readonly IToken[],
  trivia: readonly IToken[],
): readonly SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const [first] = trivia;
  if (first?.tokenType.name === 'ByteOrderMark') {
    problems.push({ kind: 'byte-order-mark', span: spanOf(first) });
  }
  for (const token of tokens) {
    if (token.tokenType === UnterminatedWord) {
      problems.push({ kind: 'unterminated-quote', span: spanOf(token) });
    }
  }
  return problems;
}

const tokenKinds: Readonly<Record<string, TokenKind>> = {
  Newline: 'newline',
  LeftBrace: 'left-brace',
  RightBrace: 'right-brace',
  StrayBrace: 'stray-brace',
  MissingBrace: 'missing-brace',
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
};

function triviaKind(token: IToken): Trivia['kind'] {
  return triviaKinds[token.tokenType.name] ?? 'whitespace';
}
