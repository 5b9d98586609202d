import type { Block, Item, Statement, SyntaxTree } from './tree.ts';

/** Calls `visitor` for every statement, outer ones first, in the order of the text. */
export function visitStatements(
  tree: SyntaxTree | Block,
  visitor: (statement: Statement, ancestors: readonly Statement[]) => void,
): void {
  visitItems(tree.items, [], visitor);
}

function visitItems(
  items: readonly Item[],
  ancestors: readonly Statement[],
  visitor: (statement: Statement, ancestors: readonly Statement[]) => void,
): void {
  for (const item of items) {
    if (item.kind === 'block') visitItems(item.items, ancestors, visitor);
    if (item.kind !== 'statement') continue;
    visitor(item, ancestors);
    if (item.block) visitItems(item.block.items, [...ancestors, item], visitor);
  }
}
