import type { Item, SyntaxTree, Word } from '../syntax/tree.ts';

const reference = /\$[A-Za-z_{]/;

/**
 * Whether a text means something else once the preprocessor has read it. Of a text that is not read to
 * its end nobody asks.
 */
export function usesPreprocessor({ source, items, problems }: SyntaxTree): boolean {
  if (problems.some(({ kind }) => kind === 'limit-exceeded')) return false;
  return isAffected(items, source.text.includes('$'));
}

function isAffected(items: readonly Item[], hasDollar: boolean): boolean {
  return items.some((item) => {
    switch (item.kind) {
      case 'definition':
      case 'condition':
      case 'sequence':
      case 'include':
        return true;
      case 'stray-brace':
        return false;
      case 'block':
        return isAffected(item.items, hasDollar);
      case 'statement':
        return (
          (hasDollar && (isReference(item.keyword) || item.words.some(isReference))) ||
          (item.block !== undefined && isAffected(item.block.items, hasDollar))
        );
    }
  });
}

/** With the character behind the word: a brace is a token of its own. */
function isReference({ source, span }: Word): boolean {
  return reference.test(source.text.slice(span.start, span.end + 1));
}
