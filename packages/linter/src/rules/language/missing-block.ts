import { lineText, positionAt, type MissingBlock } from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';
import { type Fix, insertion } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { isLeftOpen, problemsOf } from './problems.ts';

/**
 * lib/parser.c, process_stream(): "Missing '{' at beginning of configuration block". Free-form blocks
 * are read by alloc_value_block(), which takes the lines up to the next `}`, whatever they are.
 */
export const missingBlock = defineRule({
  id: 'missing-block',
  scope: 'config',
  severity: 'error',
  summary: 'A keyword that needs a block has no `{`',
  check(node, { report, quote }) {
    for (const problem of problemsOf(node, 'missing-block')) {
      const { statement, schema } = problem;
      // An open quote has swallowed the brace.
      if (isLeftOpen(node, statement.words.at(-1))) continue;
      report({
        at: statement.keyword,
        message: `${quote(statement.keyword)} needs a block, and there is no \`{\``,
        notes: [
          schema.lines
            ? 'keepalived reads the lines that follow as its entries, up to the next `}`'
            : 'keepalived reports "Missing \'{\' at beginning of configuration block"',
        ],
        help: helpFor(problem),
        fix: wrapping(node, problem),
      });
    }
  },
});

function helpFor({ statement, schema }: MissingBlock): string {
  const { source, span } = statement;
  const { line, column } = positionAt(source, span.end);
  if (/^\s*[#!].*\{/.test(lineText(source, line).slice(column - 1))) {
    return 'the `{` stands in the comment: put it before the comment';
  }
  return schema.lines && statement.words.length > 0
    ? 'put what stands behind the keyword between braces'
    : 'put a `{` behind it, and a `}` where the block ends';
}

/** `virtual_ipaddress 192.0.2.1` is a line of a free-form block without its braces. */
function wrapping({ tree }: Node, { statement, schema }: MissingBlock): Fix | undefined {
  const [first] = statement.words;
  const last = statement.words.at(-1);
  if (!first || !last || !schema.lines || schema.value.type !== 'flag') return undefined;
  if (tree.problems.some(({ kind }) => kind === 'extra-brace')) return undefined;
  const { source } = statement;
  return {
    title: 'put it between braces',
    safety: 'safe',
    edits: [insertion(source, first.span.start, '{ '), insertion(source, last.span.end, ' }')],
  };
}
