import { placementsOf, type Item } from '@kalint/parser';
import { editDistance } from '../../suggest/nearest.ts';

/**
 * Whether a keyword stands among statements, its value right or wrong, or a word that is probably meant
 * to be it. Then the mistake is that value or that spelling, and it is reported as such.
 */
export function mentions(items: readonly Item[], keyword: string): boolean {
  return items.some((item) => {
    if (item.kind !== 'statement') return false;
    const { text } = item.keyword;
    return (
      text === keyword || (placementsOf(text).length === 0 && editDistance(text, keyword) <= 2)
    );
  });
}
