import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isRelease, newestRelease, type SourceFile } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import { lint, rules } from '../src/index.ts';
import { differences, expectationsOf, targetOf } from '../src/testing/index.ts';
import { readAmong } from './read-among.ts';
import { rulesWith } from './rules-with.ts';

const root = join(import.meta.dirname, '../../..');

/** A fixture is a file, or a folder whose files are the nodes of a cluster. */
function fixturesIn(folder: string): readonly (readonly SourceFile[])[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const path = join(folder, name);
      const files = statSync(path).isDirectory()
        ? readdirSync(path)
            .sort()
            .map((file) => join(path, file))
        : [path];
      return files.map((file) => ({
        path: file.slice(root.length + 1),
        text: readFileSync(file, 'utf8'),
      }));
    });
}

function releaseOf(
  sources: readonly SourceFile[],
): { readonly release: typeof newestRelease } | object {
  const target = sources.map(targetOf).find((found) => found !== undefined);
  if (target === undefined) return {};
  if (!isRelease(target)) throw new Error(`unknown release ${target} in ${sources[0]?.path}`);
  return { release: target };
}

describe.each(rules.map(({ id }) => id))('%s', (id) => {
  const fixtures = fixturesIn(join(root, 'fixtures/rules', id));
  const speaks = (sources: readonly SourceFile[]): boolean =>
    sources.some((source) => expectationsOf(source).some(({ rule }) => rule === id));

  test.each(fixtures.map((sources) => [sources[0]?.path ?? '', sources] as const))(
    '%s reports what it says',
    (_, sources) => {
      const options = {
        ...releaseOf(sources),
        rules: rulesWith(id),
        readInclude: readAmong(fixtures.flat()),
      };
      expect(differences(sources, lint(sources, options).diagnostics)).toEqual([]);
    },
  );

  test('has a fixture with a finding and one without', () => {
    expect(fixtures.filter(speaks).length).toBeGreaterThan(0);
    expect(fixtures.filter((sources) => !speaks(sources)).length).toBeGreaterThan(0);
  });

  test('has a page in docs/rules with the sections that a reader looks for', () => {
    const page = readFileSync(join(root, 'docs/rules', `${id}.md`), 'utf8');
    expect(page.startsWith(`# ${id}\n`)).toBe(true);
    for (const section of ['## Why', '## Wrong', '## Right']) expect(page).toContain(section);
  });
});

test('every fixture folder and every page belongs to a rule', () => {
  const ids = rules.map(({ id }) => id).sort();
  expect(readdirSync(join(root, 'fixtures/rules')).sort()).toEqual(ids);
  const pages = readdirSync(join(root, 'docs/rules')).filter((name) => name !== 'README.md');
  expect(pages.map((page) => basename(page, '.md')).sort()).toEqual(ids);
});

test('every rule is registered, under the name of its file', async () => {
  const areas = readdirSync(join(root, 'packages/linter/src/rules'), { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.ts'));
  const found: string[] = [];
  for (const path of areas) {
    const module: Record<string, unknown> = await import(
      join(root, 'packages/linter/src/rules', path)
    );
    for (const rule of rules) {
      if (Object.values(module).includes(rule)) {
        expect(basename(path, '.ts')).toBe(rule.id);
        found.push(rule.id);
      }
    }
  }
  expect(found.sort()).toEqual(rules.map(({ id }) => id).sort());
  expect(rules.map(({ id }) => id)).toEqual(found.sort());
});
