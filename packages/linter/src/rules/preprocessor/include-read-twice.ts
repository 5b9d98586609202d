import { compareReleases } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { expandProblemsOf, named } from './problems.ts';

/**
 * lib/parser.c, read_line(): the copy of the configuration for the other processes gets the file, and
 * keeps the line unless it begins with the word include. There is a copy since 2.2.0.
 */
export const includeReadTwice = defineRule({
  id: 'include-read-twice',
  scope: 'preprocessor',
  severity: 'warning',
  summary: 'An include that does not begin its line is read twice',
  check(preprocessed, { release, report, quote }) {
    if (compareReleases(release, '2.2.0') < 0) return;
    for (const { at, keyword, pattern } of expandProblemsOf(preprocessed, 'include-read-twice')) {
      report({
        at,
        message: `${quote(named(at, pattern))} is read twice: ${quote(named(at, keyword))} does not begin the line`,
        notes: [
          "keepalived's first process copies the file for the others, and they find the include line still there: instances and servers in the file are reported as already defined",
        ],
        help: 'let the line begin with the word include; what differs between nodes can stand in the included file, behind `@id`',
      });
    }
  },
});
