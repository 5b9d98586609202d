import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isRelease, type SourceFile } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import { lint, rules, type LintOptions } from '../src/index.ts';
import { targetOf } from '../src/testing/index.ts';
import { readAmong } from './read-among.ts';
import { rulesWith } from './rules-with.ts';

/*
 * The examples of the rules' pages do what the pages say: what stands under "Wrong" is reported by the
 * rule, what stands under "Right" is not. A fence that names no file is an example by itself; fences
 * that do (`conf master.conf`, `conf backup.conf`) are the nodes of one cluster, and a name that comes
 * again begins the next one. An example may include its other files.
 */

const pages = join(import.meta.dirname, '../../../docs/rules');

type Example = readonly [SourceFile, ...SourceFile[]];

function sectionOf(page: string, title: string): string {
  const [, behind = ''] = page.split(`\n## ${title}\n`);
  return behind.split(/^## /m)[0] ?? '';
}

function examplesIn(section: string): readonly Example[] {
  const examples: [SourceFile, ...SourceFile[]][] = [];
  const fences = /^```(\S*)(?: ([^\n]+))?\n([^]*?)^```$/gm;
  for (const [, language, name, text = ''] of section.matchAll(fences)) {
    if (language !== 'conf') throw new Error(`a fence of an example must say conf: ${text}`);
    const source = { path: name ?? 'keepalived.conf', text };
    const last = examples.at(-1);
    const isNext = name === undefined || !last || last.some(({ path }) => path === source.path);
    if (isNext) examples.push([source]);
    else last.push(source);
  }
  return examples;
}

function rulesThatReport(example: Example, id: string): ReadonlySet<string> {
  const release = example.map(targetOf).find((target) => target !== undefined);
  const options: LintOptions = {
    ...(release !== undefined && isRelease(release) && { release }),
    rules: rulesWith(id),
    readInclude: readAmong(example),
  };
  return new Set(lint(example, options).diagnostics.map(({ rule }) => rule));
}

const ids = readdirSync(pages)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => basename(name, '.md'));

describe.each(ids)('%s', (id) => {
  const page = readFileSync(join(pages, `${id}.md`), 'utf8');
  const wrong = examplesIn(sectionOf(page, 'Wrong'));
  const right = examplesIn(sectionOf(page, 'Right'));

  test('has an example of both kinds', () => {
    expect(wrong.length).toBeGreaterThan(0);
    expect(right.length).toBeGreaterThan(0);
  });

  test('what is wrong is reported', () => {
    for (const example of wrong) expect([...rulesThatReport(example, id)]).toContain(id);
  });

  test('what is right is not', () => {
    for (const example of right) expect([...rulesThatReport(example, id)]).not.toContain(id);
  });

  test('has nodes to compare when the rule compares nodes', () => {
    if (rules.find((rule) => rule.id === id)?.scope !== 'cluster') return;
    for (const example of [...wrong, ...right]) expect(example.length).toBeGreaterThan(1);
  });

  test('names only pages that exist', () => {
    for (const [, target] of page.matchAll(/\]\(([a-z0-9-]+)\.md\)/g))
      expect(ids).toContain(target);
  });
});
