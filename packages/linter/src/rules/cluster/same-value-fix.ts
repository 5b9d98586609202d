import type { Setting, Word } from '@kalint/parser';
import type { Fix } from '../../diagnostic.ts';

/** Writes the value of another node in the place of the own one; undefined when it is no single word. */
export function sameValueFix(
  { statement, words }: Setting<unknown>,
  value: number | string,
): Fix | undefined {
  const [word, ...more] = words;
  if (!word || more.length > 0) return undefined;
  return wordFix(word, String(value), `use ${statement.keyword.text} ${value}`);
}

/** A word in the place of another one. */
export function wordFix({ source, span }: Word, text: string, title: string): Fix {
  return { title, safety: 'unsafe', edits: [{ source, span, text }] };
}
