import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { language, newestRelease, type Keywords, type KeywordSchema } from '@kalint/parser';
import { rules } from '@kalint/linter';
import { format, resolveConfig } from 'prettier';

/*
 * Writes what follows from the keyword table and from the rules, or with `--check` says what is stale.
 */

const root = join(import.meta.dirname, '..');

interface Artefact {
  readonly path: string;
  readonly text: string;
}

const artefacts: readonly Artefact[] = [
  { path: 'grammar/keywords.json', text: keywordsJson() },
  { path: 'docs/rules/README.md', text: ruleIndex() },
];

const isCheck = process.argv.includes('--check');
let stale = 0;
for (const { path, text } of artefacts) {
  const file = join(root, path);
  const formatted = await format(text, { ...(await resolveConfig(file)), filepath: file });
  if (existsSync(file) && readFileSync(file, 'utf8') === formatted) continue;
  stale++;
  if (isCheck) console.error(`${path} is stale: run \`pnpm generate\``);
  else writeFileSync(file, formatted);
}
console.log(`${artefacts.length - stale} current, ${stale} ${isCheck ? 'stale' : 'written'}`);
process.exitCode = isCheck && stale > 0 ? 1 : 0;

/** The keyword table, one record for each keyword in each block. */
function keywordsJson(): string {
  const records = [...recordsOf(language, [])];
  return JSON.stringify({ version: 1, keepalived: newestRelease, keywords: records });
}

function* recordsOf(keywords: Keywords, block: readonly string[]): Generator<object> {
  for (const [keyword, schema] of Object.entries(keywords)) {
    yield { keyword, block, ...factsOf(schema) };
    if (schema.keywords) yield* recordsOf(schema.keywords, [...block, keyword]);
  }
}

function factsOf({ keywords, ...facts }: KeywordSchema): object {
  return { ...facts, isBlock: keywords !== undefined || facts.lines !== undefined };
}

function ruleIndex(): string {
  const rows = rules.map(
    ({ id, severity, scope, summary }) =>
      `| [${id}](${id}.md) | ${severity} | ${scope} | ${summary} |`,
  );
  return [
    '# Rules',
    '',
    '<!-- Written by `pnpm generate`. -->',
    '',
    `${rules.length} rules. The scope says what a rule looks at: one file as it is written (syntax), one`,
    'configuration (config), or the nodes of a cluster together (cluster).',
    '',
    '| rule | severity | scope | finds |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
