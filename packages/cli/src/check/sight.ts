import { rules, rulesOf } from '@kalint/linter';
import type { RuleSettings } from '../options/settings.ts';
import { sourcesOf } from '../reporters/report-of.ts';
import type { Checked } from './checked.ts';

/** Whether a rule has looked at a file of a run: what it would have said there, it has said. */
export type Sight = (rule: string, file: string) => boolean;

/**
 * What was seen by a run. A rule that compares nodes looks at files that were checked with others, and the
 * `minimal` profile keeps errors only.
 */
export function sightOf(
  results: readonly Checked[],
  { profile = 'recommended', severities }: RuleSettings,
): Sight {
  const usual = new Set(rulesOf(profile).map(({ id }) => id));
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const compared = new Set(
    results
      .filter(({ nodes }) => nodes.filter(({ isComplete }) => isComplete).length > 1)
      .flatMap(({ nodes }) => nodes.flatMap(sourcesOf))
      .map(({ path }) => path),
  );
  return (id, file) => {
    const rule = known.get(id);
    // What no rule says any more is gone.
    if (!rule) return true;
    if (rule.scope === 'cluster' && !compared.has(file)) return false;
    const level = severities.get(id);
    if (level !== undefined) return level !== 'off';
    return usual.has(id) && (profile !== 'minimal' || rule.severity === 'error');
  };
}
