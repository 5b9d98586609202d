import type { Block, Directive, Item, Statement, SyntaxTree } from './tree.ts';

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

/** What is there for the preprocessor in a file as it is written, in the order of the text. */
export function preprocessorDirectives(file: SyntaxTree): readonly Directive[] {
  const found: Directive[] = [];
  collectDirectives(file.items, found);
  return found;
}

function collectDirectives(items: readonly Item[], found: Directive[]): void {
  for (const item of items) {
    switch (item.kind) {
      case 'statement':
        if (item.block) collectDirectives(item.block.items, found);
        break;
      case 'block':
        collectDirectives(item.items, found);
        break;
      case 'stray-brace':
        break;
      default:
        found.push(item);
    }
  }
}
