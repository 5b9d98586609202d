import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile, Rule, Severity } from '@kalint/linter';

/** What is known of a rule without the rule itself: to explain one, none need be loaded. */
export interface RuleEntry {
  readonly id: string;
  readonly severity: Severity;
  readonly scope: Rule['scope'];
  /** The smallest profile that runs it. */
  readonly profile: Profile;
  readonly summary: string;
  readonly url: string;
  /** Its page, in Markdown. */
  readonly page: string;
}

/** Reads what the build has written beside the command (scripts/rule-book.ts). */
export function readRuleBook(): readonly RuleEntry[] {
  const entries: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, 'rules.json'), 'utf8'),
  );
  if (!Array.isArray(entries) || !entries.every(isEntry))
    throw new Error('rules.json is not what the build has written');
  return entries;
}

function isEntry(value: unknown): value is RuleEntry {
  if (typeof value !== 'object' || value === null) return false;
  const texts = ['id', 'severity', 'scope', 'profile', 'summary', 'url', 'page'];
  const entry: Readonly<Record<string, unknown>> = { ...value };
  return texts.every((name) => typeof entry[name] === 'string');
}
