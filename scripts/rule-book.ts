import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { documentationUrl, rules } from '@kalint/linter';
import type { RuleEntry } from '../packages/cli/src/rules/rule-book.ts';

const pages = resolve(import.meta.dirname, '../docs/rules');

/** Writes what `kalint explain`, `kalint rules` and SARIF show: the rules with their pages. */
export function writeRuleBook(folder: string): void {
  writeFileSync(join(folder, 'rules.json'), JSON.stringify(ruleBook()));
}

export function ruleBook(): readonly RuleEntry[] {
  return rules.map(({ id, severity, scope, profile, summary }) => ({
    ...{ id, severity, scope, summary, url: documentationUrl(id) },
    profile: profile ?? (severity === 'error' ? 'minimal' : 'recommended'),
    page: readFileSync(join(pages, `${id}.md`), 'utf8'),
  }));
}
