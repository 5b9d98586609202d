import type { Diagnostic, Severity } from './diagnostic.ts';
import { rules } from './registry.ts';
import type { Rule } from './rule.ts';

/**
 * - `minimal`: only what keepalived rejects, drops or changes, and what breaks the cluster: the errors.
 * - `recommended`: that, and everything that does not work as its author means.
 * - `strict`: that, and how things are better done.
 */
export type Profile = (typeof profiles)[number];

/** The profiles, the smallest one first. */
export const profiles = ['minimal', 'recommended', 'strict'] as const;

/** What somebody wants of single rules, by their ids: how severe their findings are, or none at all. */
export type Severities = ReadonlyMap<string, Severity | 'off'>;

/** Which rules run, and what becomes of what they find. */
interface RuleSelection {
  readonly rules: readonly Rule[];
  /** The ids of those. */
  readonly run: ReadonlySet<string>;
  /** The ids of all that there are, whether they run or not. */
  readonly known: ReadonlySet<string>;
  /** The diagnostic as it is wanted; undefined when it is not. */
  readonly wanted: (diagnostic: Diagnostic) => Diagnostic | undefined;
}

/** The rules that a profile runs. `minimal` runs those of `recommended` and keeps their errors. */
export function rulesOf(profile: Profile): readonly Rule[] {
  return profile === 'strict' ? rules : rules.filter((rule) => rule.profile !== 'strict');
}

/** What is wanted of the rules. */
export interface RuleOptions {
  /** `recommended` when absent. */
  readonly profile?: Profile;
  /** How severe the findings of single rules are; one that is set runs in any profile. */
  readonly severities?: Severities;
  /** These rules instead of those of the profile. */
  readonly rules?: readonly Rule[];
}

/** What the profiles select: thousands of files are checked alike. */
const selections = new Map<Profile, RuleSelection>();

export function selectRules(options: RuleOptions): RuleSelection {
  const { profile = 'recommended', severities, rules: own } = options;
  // What is given may be changed between two calls.
  if (own || (severities && severities.size > 0)) return select(options);
  const selection = selections.get(profile) ?? select({ profile });
  selections.set(profile, selection);
  return selection;
}

function select({
  profile = 'recommended',
  severities = new Map(),
  rules: own,
}: RuleOptions): RuleSelection {
  const usual = new Set(own ?? rulesOf(profile));
  const all = new Set([...usual, ...rules]);
  const selected = [...all].filter((rule) => {
    const level = severities.get(rule.id);
    return level === undefined ? usual.has(rule) : level !== 'off';
  });
  return {
    rules: selected,
    run: idsOf(selected),
    known: idsOf(all),
    wanted: (diagnostic) => {
      const level = severities.get(diagnostic.rule);
      if (level !== undefined)
        return level === 'off' ? undefined : { ...diagnostic, severity: level };
      return profile !== 'minimal' || diagnostic.severity === 'error' ? diagnostic : undefined;
    },
  };
}

function idsOf(some: Iterable<Rule>): ReadonlySet<string> {
  return new Set([...some].map(({ id }) => id));
}
