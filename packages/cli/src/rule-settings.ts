import { rules, type RuleOptions } from '@kalint/linter';
import type { RuleSettings } from './options/settings.ts';
import { describeUnknownRule } from './unknown-rule.ts';

/** What the settings come to for the linter, or which rules they name that do not exist. */
export function ruleOptionsFor({
  profile,
  severities,
}: RuleSettings): RuleOptions | { readonly mistakes: readonly string[] } {
  const known = rules.map(({ id }) => id);
  const unknown = [...severities.keys()].filter((id) => !known.includes(id));
  if (unknown.length > 0) return { mistakes: unknown.map((id) => describeUnknownRule(id, known)) };
  return { severities, ...(profile && { profile }) };
}
