import type { Word } from '@kalint/parser';
import type { Words } from './slash-comments.ts';

/** Words from one that begins with such a mark to one that ends with one. */
export interface TypographicQuote {
  readonly words: Words;
}

/** What of a line stands between the quotes of a word processor. */
export function quotedTypographically(words: readonly Word[]): TypographicQuote | undefined {
  const start = words.findIndex(
    ({ text, quoted }) => !quoted && /^[\u2018\u201c\u201d\u201e]/.test(text),
  );
  if (start === -1) return undefined;
  const end = words.findIndex(
    ({ text, quoted }, index) =>
      index >= start &&
      !quoted &&
      /[\u2019\u201c\u201d]$/.test(text) &&
      (index > start || text.length > 1),
  );
  const [first, ...more] = end === -1 ? [] : words.slice(start, end + 1);
  if (!first || more.some(({ text }) => text.includes('"'))) return undefined;
  return { words: [first, ...more] };
}
