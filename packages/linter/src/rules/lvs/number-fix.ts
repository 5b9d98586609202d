import type { Setting } from '@kalint/parser';
import type { Fix } from '../../diagnostic.ts';

/** Writes another number into a setting. */
export function numberFix(
  { statement, words: [word] }: Setting<number>,
  value: number,
  safety: Fix['safety'],
): Fix | undefined {
  if (!word) return undefined;
  const text = String(value);
  return {
    title: `write \`${statement.keyword.text} ${text}\``,
    safety,
    edits: [{ source: word.source, span: word.span, text }],
  };
}

/** Makes each of two settings have the number of the other one. */
export function exchangeFix(one: Setting<number>, other: Setting<number>): Fix | undefined {
  const edits = [numberFix(one, other.value, 'unsafe'), numberFix(other, one.value, 'unsafe')];
  return {
    title: 'exchange the two numbers',
    safety: 'unsafe',
    edits: edits.flatMap((fix) => fix?.edits ?? []),
  };
}
