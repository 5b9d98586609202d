import type { Item, Statement, SyntaxTree } from '@kalint/parser';

/** What stands in the same block as a statement, the statement itself included. */
export function itemsAround(tree: SyntaxTree, statement: Statement): readonly Item[] {
  return search(tree.items, statement) ?? [];
}

/** Whether the block around a statement has another line with this keyword. */
export function isWrittenBeside(tree: SyntaxTree, statement: Statement, keyword: string): boolean {
  return itemsAround(tree, statement).some(
    (item) => item.kind === 'statement' && item.keyword.text === keyword,
  );
}

function search(items: readonly Item[], statement: Statement): readonly Item[] | undefined {
  for (const item of items) {
    if (item.span.start === statement.span.start && item.kind === 'statement') return items;
    if (item.span.start > statement.span.start) return undefined;
    const block = item.kind === 'block' ? item : item.kind === 'statement' ? item.block : undefined;
    if (!block || block.span.end < statement.span.end) continue;
    const found = search(block.items, statement);
    if (found) return found;
  }
  return undefined;
}
