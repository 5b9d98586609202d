import { rules, rulesOf, type Rule } from '../src/index.ts';

/** The rules that run when nothing is said, and one of the strict ones if that is meant. */
export function rulesWith(id: string): readonly Rule[] {
  const recommended = rulesOf('recommended');
  return rules.filter((rule) => rule.id === id || recommended.includes(rule));
}
