import { defineRule } from '../../rule.ts';
import { expandProblemsOf, named } from './problems.ts';

/** lib/parser.c, read_line() takes the lines of sequences and definitions before those of files. */
export const delayedInclude = defineRule({
  id: 'delayed-include',
  scope: 'preprocessor',
  severity: 'warning',
  summary: 'An include within a sequence or a definition is read after all of it',
  check(preprocessed, { report, quote }) {
    for (const { at, pattern } of expandProblemsOf(preprocessed, 'include-delayed')) {
      report({
        at,
        message: `${quote(named(at, pattern))} is read after the lines that follow it`,
        notes: [
          'keepalived finishes the sequence, or the definition of several lines, before it reads from any file; files that are included on the way are read in reverse order',
        ],
        help: 'write the includes one by one, or one with a pattern',
      });
    }
  },
});
