import { defineRule } from '../../rule.ts';
import { expandProblemsOf, named } from './problems.ts';

/** lib/parser.c, replace_param() replaces until nothing changes. */
export const selfReference = defineRule({
  id: 'self-reference',
  scope: 'preprocessor',
  severity: 'error',
  summary: 'The value of a definition leads back to its name',
  check(preprocessed, { report, quote }) {
    for (const { at, name, definition } of expandProblemsOf(preprocessed, 'self-reference')) {
      report({
        at,
        message: `the value of ${quote(named(at, `$${name}`))} leads back to the name`,
        notes: [
          'the value is looked into when it is used, not when it is defined: keepalived replaces it again and again, until the line is too long or for ever',
        ],
        help: 'give the definition another name',
        related: definition ? [{ location: definition, message: 'defined here' }] : [],
      });
    }
  },
});
