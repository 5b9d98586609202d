import { nearest } from '@kalint/linter';

/** Says that there is no such rule, and which one may be meant. */
export function describeUnknownRule(id: string, known: readonly string[]): string {
  const meant = nearest(id, known);
  const hint =
    meant.length === 0 ? '`kalint rules` lists them' : `did you mean ${meant.join(' or ')}?`;
  return `there is no rule ${id}; ${hint}`;
}
