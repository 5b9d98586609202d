import { tokenMatcher, type IToken } from 'chevrotain';
import { AnyWord, LeftBrace, Newline, type Lexed } from './tokens.ts';

export function isWord(token: IToken): boolean {
  return tokenMatcher(token, AnyWord);
}

/**
 * A newline carries meaning only where it ends the words of a line. Blank lines do not, and neither
 * do the newlines between a keyword and a `{` further down: keepalived takes it as if it stood behind
 * the keyword. They become trivia.
 */
export function layOut({ tokens, trivia }: Lexed): Lexed {
  const kept: IToken[] = [];
  const demoted: IToken[] = [];
  for (const token of tokens) {
    const last = kept.at(-1);
    if (token.tokenType === Newline && !(last && isWord(last))) {
      demoted.push(token);
      continue;
    }
    if (token.tokenType === LeftBrace && last?.tokenType === Newline) {
      kept.pop();
      demoted.push(last);
    }
    kept.push(token);
  }
  return { tokens: kept, trivia: merge(trivia, demoted) };
}

function merge(trivia: readonly IToken[], demoted: readonly IToken[]): IToken[] {
  return [...trivia, ...demoted].sort((a, b) => a.startOffset - b.startOffset);
}
