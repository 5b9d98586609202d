import type { IToken } from 'chevrotain';
import { placeBraces } from './braces/place-braces.ts';
import type { Expansion } from './expand/expand.ts';
import { relocate } from './expand/relocate.ts';
import { tokeniseExpanded } from './expand/tokenise-expanded.ts';
import type { SourceFile } from './text/source-file.ts';
import { parseTokens, spanOf } from './syntax/grammar.ts';
import { layOut } from './syntax/layout.ts';
import { tokenise, UnterminatedWord, type Lexed } from './syntax/tokens.ts';
import type { SyntaxProblem, SyntaxTree, Token, TokenKind, Trivia } from './syntax/tree.ts';

/**
 * Parses one file as it is written. Total: any text gives a tree, and `print` gives the text back.
 * Time and memory grow with the length of the text; nothing is thrown.
 */
export function parse(source: SourceFile): SyntaxTree {
  return treeOf(source, tokenise(source.text));
}

/**
 * Parses what the preprocessor has made of a text. The items and the problems of the tree tell where
 * they were written, in whatever file; tokens, trivia and `source` are those of the expanded text.
 */
export function parseExpanded(expansion: Expansion): SyntaxTree {
  const { expanded } = expansion;
  return relocate(treeOf(expanded, tokeniseExpanded(expanded.text)), expansion);
}

function treeOf(source: SourceFile, lexed: Lexed): SyntaxTree {
  const { tokens: written, trivia } = layOut(lexed);
  const { tokens, problems } = placeBraces(source, written);
  return {
    source,
    items: parseTokens(source, tokens),
    tokens: tokens.map((token) => ({ kind: tokenKind(token), span: spanOf(token) })),
    trivia: trivia.map((token) => ({ kind: triviaKind(token), span: spanOf(token) })),
    problems: [...lexicalProblems(source, tokens, trivia), ...problems],
  };
}

function lexicalProblems(
  source: SourceFile,
  tokens: readonly IToken[],
  trivia: readonly IToken[],
): readonly SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const [first] = trivia;
  if (first?.tokenType.name === 'ByteOrderMark') {
    problems.push({ kind: 'byte-order-mark', source, span: spanOf(first) });
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
