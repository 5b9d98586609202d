import { location } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/**
 * The deepest block of keepalived, `url` in a checker, is the fourth level (check/check_http.c).
 * Where it goes far beyond that kalint stops, so that no file can exhaust its stack.
 */
export const deepNesting = defineRule({
  id: 'deep-nesting',
  scope: 'syntax',
  severity: 'error',
  summary: 'Blocks are nested deeper than any block of keepalived',
  check(tree, { report }) {
    for (const problem of tree.problems) {
      if (problem.kind !== 'deep-nesting') continue;
      report({
        at: location(problem.source, problem.span),
        message: `this is more than ${problem.limit} blocks deep: the file is read up to here`,
        notes: [
          'no block of keepalived is more than four deep: each brace beyond gives "Unexpected \'{\' - ignoring"',
        ],
        help: 'look for a `}` that is missing further up',
      });
    }
  },
});
