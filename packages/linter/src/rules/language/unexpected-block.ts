import { notationOf, type UnexpectedBlock } from '@kalint/parser';
import { location } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { problemsOf } from './problems.ts';
import { schemaIn } from './vocabulary.ts';

/**
 * lib/parser.c, process_stream(): "Unexpected '{' - ignoring". The `}` is not ignored with it. In a
 * free-form block the brace is taken as a line, and the `}` ends the block.
 */
export const unexpectedBlock = defineRule({
  id: 'unexpected-block',
  scope: 'config',
  severity: 'error',
  summary: 'A `{` stands where no block can begin',
  check(node, { report, quote }) {
    for (const problem of problemsOf(node, 'unexpected-block')) {
      const { item } = problem;
      const block =
        item.kind === 'statement' ? item.block : item.kind === 'block' ? item : undefined;
      if (!block) continue;
      report({
        at: location(block.source, block.open),
        message:
          item.kind === 'statement'
            ? `${quote(item.keyword)} takes no block`
            : 'this `{` has no keyword before it',
        notes: [consequenceOf(problem)],
        help: helpFor(problem),
      });
    }
  },
});

function consequenceOf({ block }: UnexpectedBlock): string {
  const around = block.at(-1);
  if (around === undefined) {
    return 'keepalived reports "Unexpected \'{\' - ignoring", and takes the `}` as an unknown keyword';
  }
  const isFreeForm = schemaIn(block.slice(0, -1), around)?.lines !== undefined;
  return isFreeForm
    ? `keepalived takes the \`{\` as a line of \`${around}\`, and the \`}\` ends that block: all that follows is read one level too high`
    : `keepalived reports "Unexpected '{' - ignoring", but its \`}\` closes \`${around}\`: all that follows is read one level too high`;
}

function helpFor({ item, block }: UnexpectedBlock): string {
  if (item.kind !== 'statement') return 'put the keyword before the brace, or remove both braces';
  const schema = schemaIn(block, item.keyword.text);
  const notation = schema && item.words.length === 0 ? notationOf(schema.value) : '';
  return notation === ''
    ? 'remove the `{` and its `}`'
    : `write the value behind the keyword: \`${item.keyword.text} ${notation}\``;
}
