import { rules } from './registry.ts';
import type { Rule } from './rule.ts';

/**
 * - `minimal`: only what keepalived rejects, drops or changes, and what breaks the cluster: the errors.
 * - `recommended`: that, and everything that does not work as its author means.
 * - `strict`: that, and how things are better done.
 */
export type Profile = 'minimal' | 'recommended' | 'strict';

/** The rules that a profile runs. `minimal` runs those of `recommended` and keeps their errors. */
export function rulesOf(profile: Profile): readonly Rule[] {
  return profile === 'strict' ? rules : rules.filter((rule) => rule.profile !== 'strict');
}
