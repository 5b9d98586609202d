import type { WordJson } from './tree-json.ts';

/** A word as it is written: the way back from `wordOf` in the grammar. */
export function spellWord({ text, quoting }: Pick<WordJson, 'text' | 'quoting'>): string {
  if (quoting === undefined) return text.replace(/[#!]/g, '\\$&');
  return quoting === 'double' ? `"${text}"` : `"${text}`;
}

/**
 * A directive goes to the end of its line; a carriage return there is none of its own, unless the
 * backslash before it takes it.
 */
export function withoutLineEnd(directive: string): string {
  return directive.replace(/(?<![\\\r])\r+$/, '');
}
