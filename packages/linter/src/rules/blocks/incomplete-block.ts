import { visitStatements, type Statement } from '@kalint/parser';
import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import { mentions } from './mentions.ts';
import { needsOf, type Need } from './needs.ts';

/** Where keepalived looks stands in `needs.ts`. */
export const incompleteBlock = defineRule({
  id: 'incomplete-block',
  scope: 'config',
  severity: 'error',
  summary: 'A block lacks a keyword without which keepalived ignores it',
  check(node, { report, quote }) {
    // What is missing may stand in a file that was not read.
    if (!isComplete(node)) return;
    visitStatements(node.tree, (statement, ancestors) => {
      for (const { oneOf, without } of missingFrom(statement, ancestors)) {
        const [keyword = ''] = oneOf;
        const name = statement.words.at(-1);
        const block = `\`${statement.keyword.text}\`${name ? ` ${quote(name)}` : ''}`;
        report({
          at: statement.keyword,
          message: `${block} has no \`${keyword}\``,
          notes: [`keepalived ${without}`],
          help: `add \`${keyword}\`, or remove the block`,
        });
      }
    });
  },
});

/** Only for blocks that stand where keepalived reads them: `track_file` is a list elsewhere. */
function missingFrom(
  { keyword, block }: Statement,
  ancestors: readonly Statement[],
): readonly Need[] {
  const parent = parents[keyword.text];
  if (!block || parent?.includes(ancestors.at(-1)?.keyword.text) === false) return [];
  const needs = Object.hasOwn(needsOf, keyword.text) ? (needsOf[keyword.text] ?? []) : [];
  return needs.filter(({ oneOf }) => !oneOf.some((each) => mentions(block.items, each)));
}

/** The blocks in which a keyword that means several things means the one with needs. */
const parents: Readonly<Record<string, readonly (string | undefined)[]>> = {
  track_file: [undefined],
  url: ['HTTP_GET', 'SSL_GET'],
};
