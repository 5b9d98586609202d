import type { Word } from '@kalint/parser';
import type { Fix } from '../../diagnostic.ts';

/** What to do about a value, and the repair when it is determined. */
export interface Repair {
  readonly help: string;
  readonly fix?: Fix | undefined;
}

/** Writes a text for a part of a word; the offsets count from its beginning. */
export function rewriting(
  { source, span }: Word,
  from: number,
  to: number,
  text: string,
  title: string,
  safety: Fix['safety'] = 'safe',
): Fix {
  const place = { start: span.start + from, end: span.start + to };
  return { title, safety, edits: [{ source, span: place, text }] };
}

/** `keyword = value`, `keyword =value` */
export function equalsSign(word: Word): Repair | undefined {
  if (word.quoted || !word.text.startsWith('=')) return undefined;
  return {
    help: "there is no `=` in keepalived's language: the value stands behind the keyword",
    fix: rewriting(word, 0, 1, '', 'remove the `=`'),
  };
}
