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
  return { tokens: kept, trivia: withTrivia(trivia, demoted) };
}

/** Trivia and further trivia, both in the order of the text, in one list. */
export function withTrivia(trivia: readonly IToken[], more: readonly IToken[]): IToken[] {
  const merged: IToken[] = [];
  let next = 0;
  for (const each of more) {
    for (let other = trivia[next]; other && other.startOffset < each.startOffset; next++) {
      merged.push(other);
      other = trivia[next + 1];
    }
    merged.push(each);
  }
  for (const other of trivia.slice(next)) merged.push(other);
  return merged;
}
