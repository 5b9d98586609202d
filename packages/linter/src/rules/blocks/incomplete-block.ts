import { compareReleases, type Statement } from '@kalint/parser';
import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import { isSkipped } from '../language/skipped-blocks.ts';
import { statementsIn } from '../statements.ts';
import { mentions } from './mentions.ts';
import { needsOf, type Need } from './needs.ts';

/** Where keepalived looks stands in `needs.ts`. */
export const incompleteBlock = defineRule({
  id: 'incomplete-block',
  scope: 'config',
  severity: 'error',
  summary: 'A block lacks a keyword without which keepalived ignores it',
  check(node, { report, quote, release }) {
    // What is missing may stand in a file that was not read.
    if (!isComplete(node)) return;
    for (const { statement, ancestors } of statementsIn(node.tree)) {
      const missing = missingFrom(statement, ancestors);
      if (missing.length === 0 || isSkipped(statement, node)) continue;
      for (const { oneOf, without, reportedSince } of missing) {
        const isLogged = reportedSince !== undefined && compareReleases(release, reportedSince) < 0;
        const [keyword = ''] = oneOf;
        const name = statement.words.map((word) => ` ${quote(word)}`).join('');
        const block = `\`${statement.keyword.text}\`${name}`;
        report({
          at: statement.keyword,
          severity: isLogged ? 'warning' : undefined,
          message: `${block} has no \`${keyword}\``,
          notes: [`keepalived ${without}`],
          help: `add \`${keyword}\`, or remove the block`,
        });
      }
    }
  },
});

/** Only for blocks that stand where keepalived reads them: `track_file` is a list elsewhere. */
function missingFrom(
  { keyword, block }: Statement,
  ancestors: readonly Statement[],
): readonly Need[] {
  if (!block || !Object.hasOwn(needsOf, keyword.text)) return [];
  const needs = needsOf[keyword.text] ?? [];
  const parent = parents[keyword.text];
  if (parent?.includes(ancestors.at(-1)?.keyword.text) === false) return [];
  return needs.filter(({ oneOf }) => !oneOf.some((each) => mentions(block.items, each)));
}

/** The blocks in which a keyword that means several things means the one with needs. */
const parents: Readonly<Record<string, readonly (string | undefined)[]>> = {
  track_file: [undefined],
  url: ['HTTP_GET', 'SSL_GET'],
};
