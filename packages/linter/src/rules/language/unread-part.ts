import type { ExpandProblem } from '@kalint/parser';
import { defineRule } from '../../rule.ts';

/**
 * lib/parser.c reads an included file in place of its line (check_include()) and a sequence once for
 * each value. Where kalint does not, rules that would have to know what stands there are silent.
 */
export const unreadPart = defineRule({
  id: 'unread-part',
  scope: 'config',
  severity: 'info',
  summary: 'An included file, or the end of a very long sequence, is not read by kalint',
  check({ source, preprocessed }, { report }) {
    if (!preprocessed) return;
    const { problems, unreadIds } = preprocessed;
    if (unreadIds > 0) {
      report({
        at: { source, span: { start: 0, end: 0 } },
        message: `${unreadIds} more nodes of this file are not looked at`,
        notes: ['each id of its `@id` lines is a node of its own, and there are very many of them'],
        help: 'check the nodes in files of their own',
      });
    }
    for (const problem of problems) {
      const part = partIn(problem);
      if (!part) continue;
      report({
        at: problem.at,
        message: part.what,
        notes: [
          'what stands there is unknown: the file is not compared with those of the other nodes, and nothing is called undefined or unused',
        ],
        help: part.help,
      });
    }
  },
});

function partIn(
  problem: ExpandProblem,
): { readonly what: string; readonly help: string } | undefined {
  if (problem.kind === 'include-not-read') {
    return {
      what: 'this include is not read',
      help: 'check a file in which the includes are put in place',
    };
  }
  if (problem.kind === 'expansion-too-large') {
    return {
      what: `the file is read up to here: with all definitions and sequences it has more than ${problem.limit} ${problem.of}`,
      help: 'check a file with fewer values',
    };
  }
  return undefined;
}
