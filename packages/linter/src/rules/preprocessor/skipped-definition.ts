import { defineRule } from '../../rule.ts';
import { expandProblemsOf, named } from './problems.ts';

/** lib/parser.c, read_line() drops the line of another id before check_definition() sees its backslash. */
export const skippedDefinition = defineRule({
  id: 'skipped-definition',
  scope: 'preprocessor',
  severity: 'error',
  summary: 'Of a definition of several lines only the first one is skipped on other nodes',
  check(preprocessed, { report, quote }) {
    for (const { at, name } of expandProblemsOf(preprocessed, 'skipped-definition-goes-on')) {
      report({
        at,
        message: `on other nodes only the first line of ${quote(named(at, `$${name}`))} is skipped: the lines that continue it are read as configuration`,
        notes: ['`@id` counts for one line, and a line that is skipped continues nothing'],
        help: 'begin each of the lines with `@id` in a file of its own, which is included, or write the definition in one line',
      });
    }
  },
});
