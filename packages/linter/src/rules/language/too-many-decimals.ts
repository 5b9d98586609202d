import type { Word } from '@kalint/parser';
import type { Fix } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { problemsOf } from './problems.ts';
import { rewriting } from './repair.ts';
import { subjectOf } from './subject.ts';

/** lib/parser.c, read_decimal_unsigned_long_func(): "has too many decimal places", and rounds. */
export const tooManyDecimals = defineRule({
  id: 'too-many-decimals',
  scope: 'config',
  severity: 'error',
  summary: 'A number has more decimals than keepalived can tell apart',
  check(node, { report, quote }) {
    for (const problem of problemsOf(node, 'too-many-decimals')) {
      const { word, places } = problem;
      const written = word.text.split('.')[1]?.length ?? 0;
      report({
        at: word,
        message: `${quote(subjectOf(problem))} takes at most ${places} decimals, and ${quote(word)} has ${written}`,
        notes: ['keepalived reports "has too many decimal places" and rounds the number'],
        help: `round it to ${places} decimals`,
        fix: rounding(word, places),
      });
    }
  },
});

/** As keepalived rounds: the digit behind the last place decides. */
function rounding(word: Word, places: number): Fix | undefined {
  const [, whole, decimals = ''] = /^(\d+)\.(\d+)(?=[a-z]*$)/i.exec(word.text) ?? [];
  if (whole === undefined || word.quoted) return undefined;
  const cut = BigInt(whole + decimals.slice(0, places));
  const rounded = String(cut + (decimals.charAt(places) >= '5' ? 1n : 0n));
  const digits = rounded.padStart(places + 1, '0');
  const end = digits.length - places;
  const number = places === 0 ? digits : `${digits.slice(0, end)}.${digits.slice(end)}`;
  const written = whole.length + 1 + decimals.length;
  return rewriting(word, 0, written, number, `write \`${number}\``);
}
