import { createTokenInstance, type IToken, type TokenType } from 'chevrotain';
import {
  MissingLeftBrace,
  MissingRightBrace,
  Newline,
  StrayBrace,
  type Lexed,
} from '../syntax/tokens.ts';
import { withTrivia } from '../syntax/layout.ts';
import type { Change } from './way.ts';

/** Puts braces of no width where they are missing, and marks those that do not count. */
export function applyChanges({ tokens, trivia }: Lexed, changes: readonly Change[]): Lexed {
  if (changes.length === 0) return { tokens, trivia };
  const result: IToken[] = [];
  const demoted: IToken[] = [];
  let next = 0;
  const copyUpTo = (index: number): void => {
    for (; next < index; next++) {
      const token = tokens[next];
      if (token) result.push(token);
    }
  };
  for (const change of changes) {
    copyUpTo(change.index);
    switch (change.kind) {
      case 'insert-close':
        result.push(ofNoWidth(MissingRightBrace, change.at));
        break;
      case 'insert-open': {
        result.push(ofNoWidth(MissingLeftBrace, change.at));
        // Before a `{` a newline means nothing.
        const newline = tokens[next];
        if (newline?.tokenType === Newline) {
          demoted.push(newline);
          next++;
        }
        break;
      }
      case 'remove-open':
      case 'remove-close':
        result.push(retype(change.token, StrayBrace));
        next++;
        break;
    }
  }
  copyUpTo(tokens.length);
  return { tokens: result, trivia: withTrivia(trivia, demoted) };
}

function ofNoWidth(type: TokenType, at: number): IToken {
  const none = Number.NaN;
  return createTokenInstance(type, '', at, at - 1, none, none, none, none);
}

function retype(token: IToken, tokenType: TokenType): IToken {
  const { tokenTypeIdx } = tokenType;
  return tokenTypeIdx === undefined ? token : { ...token, tokenType, tokenTypeIdx };
}
