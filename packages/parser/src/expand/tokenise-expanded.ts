import type { IToken } from 'chevrotain';
import type { Lexed } from '../syntax/tokens.ts';

/** With what a directive begins where a line begins: `@`, `$`, `~`, or the word include. */
const directiveStart = /(^|[\n{}])([ \t\r\f\v]*)(?:[@$~]|i(?=nclude[rmwba]?[ \t]))/g;

/**
 * Tokens of a text in which all directives are carried out. What looks like one (the second of
 * `@a @b`, a `~SEQ` that a definition led to) is a keyword for keepalived, and so it is here: to the
 * lexer, a plain letter stands for the character with which a directive would begin.
 */
export function tokeniseExpanded(text: string, tokenise: (text: string) => Lexed): Lexed {
  const masked = text.replace(directiveStart, '$1$2x');
  if (masked === text) return tokenise(text);
  const { tokens, trivia } = tokenise(masked);
  unmask(text, tokens);
  unmask(text, trivia);
  return { tokens, trivia };
}

function unmask(text: string, tokens: readonly IToken[]): void {
  for (const token of tokens) {
    const { startOffset, image } = token;
    token.image = text.slice(startOffset, startOffset + image.length);
  }
}
