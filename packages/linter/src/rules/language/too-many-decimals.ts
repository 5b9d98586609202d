import { defineRule } from '../../rule.ts';
import { problemsOf } from './problems.ts';
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
      });
    }
  },
});
