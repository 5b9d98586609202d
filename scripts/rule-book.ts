import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { documentationUrl, rules } from '@kalint/linter';

const pages = resolve(import.meta.dirname, '../docs/rules');

/** Writes what `kalint explain` and `kalint rules` show: the rules with their pages. */
export function writeRuleBook(folder: string): void {
  const entries = rules.map(({ id, severity, scope, profile, summary }) => ({
    ...{ id, severity, scope, summary, url: documentationUrl(id) },
    profile: profile ?? (severity === 'error' ? 'minimal' : 'recommended'),
    page: readFileSync(join(pages, `${id}.md`), 'utf8'),
  }));
  writeFileSync(join(folder, 'rules.json'), JSON.stringify(entries));
}
