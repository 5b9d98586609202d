import { markdownCode, markupText } from '../reporters/markup.ts';
import { visible } from '../terminal/visible.ts';
import type { Phrase } from './view/phrase.ts';

export { markdownCode, markdownText, markupText } from '../reporters/markup.ts';

/*
 * What keeps names and texts of a file from becoming part of the page, the picture, the comment or the
 * terminal in which they are shown. Each format has one function here, and uses no other.
 */

/** For a terminal. */
export function terminalText(text: string): string {
  return visible(text);
}

export function terminalPhrase(text: Phrase): string {
  return text
    .map((piece) => (typeof piece === 'string' ? piece : terminalText(piece.foreign)))
    .join('');
}

/** Foreign pieces stand in an element of their own. */
export function markupPhrase(text: Phrase): string {
  return text
    .map((piece) =>
      typeof piece === 'string' ? markupText(piece) : `<b>${markupText(piece.foreign)}</b>`,
    )
    .join('');
}

export function markdownPhrase(text: Phrase): string {
  return text
    .map((piece) => (typeof piece === 'string' ? piece : markdownCode(piece.foreign)))
    .join('');
}
