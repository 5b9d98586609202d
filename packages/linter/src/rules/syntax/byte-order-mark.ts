import { location } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/** lib/parser.c, read_line() skips blanks and tabs only: the mark is the beginning of a word. */
export const byteOrderMark = defineRule({
  id: 'byte-order-mark',
  scope: 'syntax',
  severity: 'error',
  summary: 'The file begins with a byte order mark',
  check(tree, { report }) {
    for (const problem of tree.problems) {
      if (problem.kind !== 'byte-order-mark') continue;
      const { source, span } = problem;
      report({
        at: location(source, span),
        message: 'the file begins with a byte order mark',
        notes: [
          'keepalived takes the mark as part of the first word, reports "Unknown keyword", and loses the block behind it',
        ],
        help: 'save the file as UTF-8 without a byte order mark',
        fix: {
          title: 'remove the byte order mark',
          safety: 'safe',
          edits: [{ source, span, text: '' }],
        },
      });
    }
  },
});
