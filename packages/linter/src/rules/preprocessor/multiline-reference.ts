import { defineRule } from '../../rule.ts';
import { expandProblemsOf, isRejected, named } from './problems.ts';

/** lib/parser.c, find_definition() gives a definition of several lines only where the line ends. */
export const multilineReference = defineRule({
  id: 'multiline-reference',
  scope: 'preprocessor',
  severity: 'error',
  summary: 'A definition of several lines is referred to before the end of a line',
  check(preprocessed, { report, quote }, node) {
    for (const problem of expandProblemsOf(preprocessed, 'multiline-reference-not-at-end')) {
      const { at, name, definition } = problem;
      const image = quote(named(at, `$${name}`));
      report({
        at,
        severity: isRejected(problem, node) ? 'error' : 'warning',
        message: `${image} has several lines and is not put in here: the reference does not end the line`,
        notes: ['keepalived leaves the reference as it is'],
        help: `end the line behind it, or define ${image} in one line`,
        related: definition ? [{ location: definition, message: 'defined here' }] : [],
      });
    }
  },
});
