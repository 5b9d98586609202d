import type { Word } from '@kalint/parser';
import type { FileEdit } from '../../diagnostic.ts';
import type { Repair } from './repair.ts';

/** isspace(3) knows none of these in the C locale: they are parts of words. */
const oddBlanks: ReadonlyMap<string, string> = new Map([
  ['\u00a0', 'no-break space'],
  ['\u2002', 'en space'],
  ['\u2003', 'em space'],
  ['\u2009', 'thin space'],
  ['\u200b', 'zero width space'],
  ['\u202f', 'narrow no-break space'],
  ['\u3000', 'ideographic space'],
  ['\ufeff', 'byte order mark'],
]);

export function isOddBlank(character: string): boolean {
  return oddBlanks.has(character);
}

/** The first of these blanks in a word. */
export function oddBlankIn({ text, quoted }: Word): string | undefined {
  return quoted ? undefined : [...text].find(isOddBlank);
}

/** `no-break space (U+00A0)` */
export function nameOfBlank(blank: string): string {
  const code = (blank.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `${oddBlanks.get(blank) ?? ''} (U+${code})`;
}

/** Writes ordinary blanks. */
export function blanksIn({ source, span, quoted }: Word): readonly FileEdit[] {
  if (quoted) return [];
  const edits: FileEdit[] = [];
  for (let at = span.start; at < span.end; at++) {
    if (!oddBlanks.has(source.text.charAt(at))) continue;
    edits.push({ source, span: { start: at, end: at + 1 }, text: ' ' });
  }
  return edits;
}

/** A value that one of these blanks is a part of. */
export function oddBlankRepair(word: Word): Repair | undefined {
  const odd = oddBlankIn(word);
  if (odd === undefined) return undefined;
  return {
    help: `a ${nameOfBlank(odd)} is part of the word: write an ordinary blank`,
    fix: { title: 'write ordinary blanks', safety: 'safe', edits: blanksIn(word) },
  };
}
