import type { Word } from '@kalint/parser';
import type { RuleContext } from '../../rule.ts';

export const mostListed = 3;

/** Words in a sentence; of very many the first ones. */
export function listed(words: readonly Word[], quote: RuleContext['quote']): string {
  const shown = words.slice(0, mostListed).map(quote).join(', ');
  return words.length > mostListed ? `${shown} and ${words.length - mostListed} more` : shown;
}
