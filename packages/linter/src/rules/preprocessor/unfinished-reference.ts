import { defineRule } from '../../rule.ts';
import { expandProblemsOf, isRejected, named, replacing, writtenAs } from './problems.ts';

/** lib/parser.c, find_definition(): without braces only a blank, `,`, `)` or the end of the line ends a name. */
export const unfinishedReference = defineRule({
  id: 'unfinished-reference',
  scope: 'preprocessor',
  severity: 'error',
  summary: 'A `$NAME` is not replaced because of the character behind it',
  check(preprocessed, { report, quote }, node) {
    for (const problem of expandProblemsOf(preprocessed, 'reference-not-replaced')) {
      const { at, name, next } = problem;
      const image = quote(named(at, `$${name}`));
      const written = writtenAs(at, `$${name}`);
      report({
        at,
        severity: isRejected(problem, node) ? 'error' : 'warning',
        message: `${image} is not replaced: ${quote(named(at, next))} behind it does not end the name`,
        notes: [
          'without braces only a blank, a comma, a closing parenthesis or the end of the line does; keepalived leaves the text as it is',
        ],
        help: `write ${quote(named(at, `\${${name}}`))}`,
        fix: written && {
          title: 'put the name into braces',
          safety: 'safe',
          edits: [
            replacing(written, 1, 1, '{'),
            replacing(written, name.length + 1, name.length + 1, '}'),
          ],
        },
      });
    }
  },
});
