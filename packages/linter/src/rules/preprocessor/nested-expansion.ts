import { compareReleases, isRelease, type ResultReadAgain } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { expandProblemsOf } from './problems.ts';

/** lib/parser.c, read_line(): since 2.4.0 the loop around a replaced line runs once. */
export const nestedExpansion = defineRule({
  id: 'nested-expansion',
  scope: 'preprocessor',
  severity: 'error',
  summary: 'Definitions put together a directive, which keepalived does not read any more',
  check(preprocessed, { release, report }) {
    for (const { at, result, notSince } of expandProblemsOf(preprocessed, 'result-read-again')) {
      const isRead =
        notSince !== undefined && isRelease(notSince) && compareReleases(release, notSince) < 0;
      if (isRead) continue;
      report({
        at,
        message: `what definitions make of this line is ${names[result]}, and is not read as one`,
        notes: [
          notSince === undefined
            ? 'keepalived looks for directives before it replaces anything: the line is one with an unknown keyword'
            : `keepalived up to 2.3.4 reads such a line again, and ${notSince} and later do not`,
        ],
        help: 'write it without definitions',
      });
    }
  },
});

const names: Readonly<Record<ResultReadAgain['result'], string>> = {
  condition: 'an `@id` line',
  definition: 'a definition',
  sequence: 'a sequence',
  reference: 'another reference',
};
