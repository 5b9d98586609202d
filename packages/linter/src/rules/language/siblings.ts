import type { Item, Statement, SyntaxTree } from '@kalint/parser';

const siblingsOf = new WeakMap<SyntaxTree, ReadonlyMap<Statement, readonly Item[]>>();
const keywordsOf = new WeakMap<readonly Item[], ReadonlySet<string>>();

/** What stands in the same block as a statement of the tree, the statement itself included. */
function itemsAround(tree: SyntaxTree, statement: Statement): readonly Item[] {
  let siblings = siblingsOf.get(tree);
  if (!siblings) {
    const found = new Map<Statement, readonly Item[]>();
    collect(tree.items, found);
    siblings = found;
    siblingsOf.set(tree, siblings);
  }
  return siblings.get(statement) ?? [];
}

/** Whether the block around a statement has another line with this keyword. */
export function isWrittenBeside(tree: SyntaxTree, statement: Statement, keyword: string): boolean {
  const items = itemsAround(tree, statement);
  let keywords = keywordsOf.get(items);
  if (!keywords) {
    const found = items.flatMap((item) => (item.kind === 'statement' ? [item.keyword.text] : []));
    keywords = new Set(found);
    keywordsOf.set(items, keywords);
  }
  return keywords.has(keyword);
}

function collect(items: readonly Item[], into: Map<Statement, readonly Item[]>): void {
  for (const item of items) {
    if (item.kind === 'statement') into.set(item, items);
    const block = item.kind === 'block' ? item : item.kind === 'statement' ? item.block : undefined;
    if (block) collect(block.items, into);
  }
}
