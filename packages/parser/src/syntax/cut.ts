import { createTokenInstance, type IToken } from 'chevrotain';
import { Unread, type Lexed } from './tokens.ts';

/** Tokens and trivia up to an offset; the text from there on as one piece that is not read. */
export function cutAt(text: string, { tokens, trivia }: Lexed, offset: number): Lexed {
  const isBefore = ({ startOffset }: IToken): boolean => startOffset < offset;
  return {
    tokens: tokens.filter(isBefore),
    trivia: [...trivia.filter(isBefore), unread(text, offset)],
  };
}

function unread(text: string, offset: number): IToken {
  const none = Number.NaN;
  const image = text.slice(offset);
  return createTokenInstance(Unread, image, offset, text.length - 1, none, none, none, none);
}
