import type { Item, Statement, SyntaxTree } from '@kalint/parser';

const siblingsOf = new WeakMap<SyntaxTree, ReadonlyMap<Statement, readonly Item[]>>();
const linesByKeyword = new WeakMap<readonly Item[], ReadonlyMap<string, readonly Statement[]>>();

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
  return linesOf(itemsAround(tree, statement)).has(keyword);
}

/** Nobody writes a line so often by mistake. */
const mostRepeats = 20;

/** The lines before a statement, in the block around it, that have the same keyword; at most some. */
export function earlierBeside(tree: SyntaxTree, statement: Statement): readonly Statement[] {
  const lines = linesOf(itemsAround(tree, statement)).get(statement.keyword.text) ?? [];
  return lines.length > mostRepeats ? [] : lines.slice(0, lines.indexOf(statement));
}

/** The lines of a block by their keywords. */
function linesOf(items: readonly Item[]): ReadonlyMap<string, readonly Statement[]> {
  const known = linesByKeyword.get(items);
  if (known) return known;
  const lines = new Map<string, Statement[]>();
  for (const item of items) {
    if (item.kind !== 'statement') continue;
    const same = lines.get(item.keyword.text);
    if (same) same.push(item);
    else lines.set(item.keyword.text, [item]);
  }
  linesByKeyword.set(items, lines);
  return lines;
}

function collect(items: readonly Item[], into: Map<Statement, readonly Item[]>): void {
  for (const item of items) {
    if (item.kind === 'statement') into.set(item, items);
    const block = item.kind === 'block' ? item : item.kind === 'statement' ? item.block : undefined;
    if (block) collect(block.items, into);
  }
}
