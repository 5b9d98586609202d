import type { OutOfRange } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { lineRemoval } from '../syntax/line-edits.ts';
import { consequenceOf } from './consequence.ts';
import { problemsOf } from './problems.ts';
import { describeRange } from './ranges.ts';
import { subjectOf } from './subject.ts';

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
      const { statement, word, min, max, unit } = problem;
      report({
        at: word,
        severity: problem.schema.logOnly ? 'warning' : undefined,
        message: `${quote(subjectOf(problem))} must be ${describeRange(min, max, unit)}, not ${quote(word)}`,
        notes: [noteFor(problem)],
        help: isDefault(problem) ? `delete the line: ${word.text} is the default` : undefined,
        fix: isDefault(problem)
          ? {
              title: 'delete the line',
              safety: 'safe',
              edits: [lineRemoval(statement)],
            }
          : undefined,
      });
    }
  },
});

function noteFor(problem: OutOfRange): string {
  if (problem.instead !== undefined) return `keepalived reports it and uses ${problem.instead}`;
  return problem.schema.clamped
    ? 'keepalived reports it and takes the nearest number in the range'
    : consequenceOf(problem);
}

/** `vrrp_garp_interval 0` asks for what is there without the line. */
function isDefault({ schema, word, statement }: OutOfRange): boolean {
  if (statement.words[0] !== word) return false;
  return typeof schema.default === 'number' && Number(word.text) === schema.default;
}
