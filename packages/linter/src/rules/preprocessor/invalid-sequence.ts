import type { SequenceFault } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { expandProblemsOf, named } from './problems.ts';

/** lib/parser.c, add_seq() and add_lst(). */
export const invalidSequence = defineRule({
  id: 'invalid-sequence',
  scope: 'preprocessor',
  severity: 'error',
  summary: 'A `~SEQ` or `~LST` line is malformed',
  check(preprocessed, { report, quote }) {
    for (const { at, keyword, fault } of expandProblemsOf(preprocessed, 'sequence-invalid')) {
      report({
        at,
        message: `${quote(named(at, keyword))} ${faults[fault]}`,
        notes: [ignored],
        help:
          keyword === '~LST'
            ? 'write `~LST(VAR, VALUE, VALUE) TEXT` or `~LST({A, B}, {1, 2}, {3, 4}) TEXT`'
            : `write \`${keyword}(VAR, START, STEP, END) TEXT\`, without STEP or START if you like`,
      });
    }
    for (const { at, variables } of expandProblemsOf(preprocessed, 'list-too-many-values')) {
      report({
        at,
        message: `\`~LST\` has a set of more values than its ${variables === 1 ? 'one variable' : `${variables} variables`}`,
        notes: [ignored],
        help:
          variables === 1
            ? 'write the values without braces, or a variable for each: `~LST({A, B}, {1, 2}) TEXT`'
            : 'write as many values in each pair of braces as there are variables',
      });
    }
  },
});

const ignored = 'keepalived reports it and ignores the line';

const faults: Readonly<Record<SequenceFault, string>> = {
  form: 'is not followed by a variable and its values in parentheses',
  unclosed: 'has no `)`',
  'parameters-too-long': 'has more than 63 characters of numbers',
  step: 'has a step that is 0 or leads away from the end',
  'negative-hexadecimal': 'has a negative number, and `x` wants none',
};
