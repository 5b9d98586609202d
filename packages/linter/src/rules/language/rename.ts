import type { Statement } from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';
import type { Fix } from '../../diagnostic.ts';
import { isWrittenBeside } from './siblings.ts';

/** Writes another keyword; not when the block has a line with it already. */
export function renaming(
  { tree }: Node,
  statement: Statement,
  keyword: string,
  safety: Fix['safety'] = 'safe',
): Fix | undefined {
  if (isWrittenBeside(tree, statement, keyword)) return undefined;
  const { source, span } = statement.keyword;
  return {
    title: `write \`${keyword}\``,
    safety,
    edits: [{ source, span, text: keyword }],
  };
}
