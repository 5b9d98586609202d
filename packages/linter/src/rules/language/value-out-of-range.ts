import type { OutOfRange } from '@kalint/parser';
import type { Fix } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { lineRemoval } from '../line-edits.ts';
import { consequenceOf } from './consequence.ts';
import { problemsOf } from './problems.ts';
import { describeAmount, describeRange } from './ranges.ts';
import { rewriting } from './repair.ts';
import { describeSubject } from './subject.ts';

/**
 * lib/parser.c, read_int_func() and its like: "outside range". The number is not cut to the range;
 * the handler drops it or takes a default.
 */
export const valueOutOfRange = defineRule({
  id: 'value-out-of-range',
  scope: 'config',
  severity: 'error',
  summary: 'A number lies outside the range that its keyword takes',
  check(node, { report, quote }) {
    for (const problem of problemsOf(node, 'out-of-range')) {
      const { word, min, max, unit } = problem;
      report({
        at: word,
        severity: problem.schema.logOnly ? 'warning' : undefined,
        message: `${describeSubject(problem, quote)} must be ${describeRange(min, max, unit)}, not ${quote(word)}`,
        notes: [noteFor(problem)],
        help: isDefault(problem) ? `delete the line: ${word.text} is the default` : undefined,
        fix: fixFor(problem),
      });
    }
  },
});

function fixFor(problem: OutOfRange): Fix | undefined {
  const { statement, word } = problem;
  if (isDefault(problem)) {
    return { title: 'delete the line', safety: 'safe', edits: [lineRemoval(statement)] };
  }
  if (!isNearMiss(problem)) return writingTaken(problem);
  const text = word.text.replace('254', '253');
  const edits = [{ source: word.source, span: word.span, text }];
  return { title: `write ${text}`, safety: 'safe', edits };
}

/** Weights went up to 254 once, and 254 is taken as 253 (vrrp/vrrp_track.c, alloc_track_if()). */
function isNearMiss({ statement, word }: OutOfRange): boolean {
  return (
    /^track_(?:interface|script)$/.test(statement.keyword.text) && /^[+-]?254$/.test(word.text)
  );
}

function noteFor(problem: OutOfRange): string {
  if (isNearMiss(problem)) return 'keepalived reports it and takes 253, or -253';
  const { instead, unit } = problem;
  if (instead !== undefined)
    return `keepalived reports it and uses ${describeAmount(instead, unit)}`;
  return problem.schema.clamped
    ? 'keepalived reports it and takes the nearest number in the range'
    : consequenceOf(problem);
}

/** Writes the number that keepalived takes for the one that is there. */
function writingTaken({ schema, word, min, max, instead, unit }: OutOfRange): Fix | undefined {
  const nearest = schema.clamped ? (Number(word.text) < min ? min : max) : undefined;
  const taken = instead ?? nearest;
  if (taken === undefined || word.quoted) return undefined;
  // Of the number of a time its unit is left as it is.
  const [number = ''] = /^[+-]?[\d.]+/.exec(word.text) ?? [];
  if (number === '' || (unit === undefined && number !== word.text)) return undefined;
  return rewriting(word, 0, number.length, String(taken), `write \`${taken}\``);
}

/** `vrrp_garp_interval 0` asks for what is there without the line. */
function isDefault({ schema, word, statement }: OutOfRange): boolean {
  if (statement.words[0] !== word) return false;
  return typeof schema.default === 'number' && Number(word.text) === schema.default;
}
