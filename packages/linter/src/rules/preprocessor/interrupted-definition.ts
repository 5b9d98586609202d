import { compareReleases, type SourceFile } from '@kalint/parser';
import type { Preprocessed } from '../../cluster/preprocessed.ts';
import { defineRule } from '../../rule.ts';
import { startOfLine } from '../line-edits.ts';
import { expandProblemsOf } from './problems.ts';

/**
 * lib/parser.c, read_line(): an empty line ends a definition of several lines, and the processes that
 * read the copy of the configuration find an empty line where a comment was.
 */
export const interruptedDefinition = defineRule({
  id: 'interrupted-definition',
  scope: 'preprocessor',
  severity: 'error',
  summary: 'A comment or blanks within a definition of several lines end it',
  check(preprocessed, { release, report }) {
    const ended = compareReleases(release, '2.4.0') < 0 ? [] : linesBehindComments(preprocessed);
    for (const { at } of expandProblemsOf(preprocessed, 'definition-cut')) {
      const start = startOfLine(at.source, at.span.start);
      if (ended.some((line) => line.source === at.source && line.start === start)) continue;
      report({
        at,
        message: 'this line ends the definition above: what follows is read as configuration',
        notes: [
          'keepalived removes comments first, and a line on which nothing is left ends a definition of several lines',
        ],
        help: 'move the comment above the definition',
      });
    }
  },
});

/** Where the lines begin that a backslash in a comment does not continue: backslash-in-comment says so. */
function linesBehindComments(
  preprocessed: Preprocessed,
): readonly { readonly source: SourceFile; readonly start: number }[] {
  return expandProblemsOf(preprocessed, 'backslash-in-comment').map(({ at: { source, span } }) => ({
    source,
    start: source.text.indexOf('\n', span.start) + 1,
  }));
}
