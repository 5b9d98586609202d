import { placementsOf, type Item } from '@kalint/parser';
import { editDistance } from '../../suggest/nearest.ts';

/**
 * Whether a keyword stands among statements, its value right or wrong, or a word that is probably meant
 * to be it. Then the mistake is that value or that spelling, and it is reported as such.
 */
export function mentions(items: readonly Item[], keyword: string): boolean {
  for (const item of items) {
    if (item.kind === 'statement' && isMeantAs(item.keyword.text, keyword)) return true;
  }
  return false;
}

function isMeantAs(word: string, keyword: string): boolean {
  if (word === keyword) return true;
  return editDistance(word, keyword, 2) <= 2 && placementsOf(word).length === 0;
}
