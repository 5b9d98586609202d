import { location } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/**
 * keepalived has no such limits, but no configuration comes near them. They keep the time and the
 * memory that kalint takes within bounds, whatever it is given to read.
 */
export const limitExceeded = defineRule({
  id: 'limit-exceeded',
  scope: 'config',
  severity: 'error',
  summary: 'The file is larger, or has more mistakes, than kalint reads',
  check({ tree, unlisted }, { report }) {
    for (const problem of tree.problems) {
      if (problem.kind !== 'limit-exceeded') continue;
      const { source, span, of, limit } = problem;
      const isFromStart = span.start === 0;
      report({
        at: location(source, span),
        message: `${isFromStart ? 'the file is not read' : 'the file is read up to here'}: it has more than ${limit} ${of}`,
        notes: ['what follows is not checked; no configuration comes near this limit'],
        help: 'is it the right file?',
      });
    }
    if (unlisted) {
      report({
        at: unlisted.at,
        message: `${unlisted.count} more mistakes of this file, from here on, are not listed`,
        notes: [`kalint lists ${unlisted.limit} misread lines of a file`],
        help: 'repair what is listed, and check the file again',
      });
    }
  },
});
