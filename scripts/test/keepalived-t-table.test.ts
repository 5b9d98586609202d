import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lint } from '@kalint/linter';
import { afterAll, describe, expect, test } from 'vitest';
import { canAskKeepalived } from '../keepalived/installed.ts';
import { startKeepalived } from '../keepalived/keepalived.ts';

/* The table in the README that says what `keepalived -t` finds and what it does not: both are asked. */

const root = join(import.meta.dirname, '../..');
const release = '2.2.7';

const rows = [
  ...readFileSync(join(root, 'README.md'), 'utf8').matchAll(
    /^\| \[[^\]]+\]\(docs\/rules\/([\w-]+)\.md\) +\| (says|silent)\b[^|]*\| (error|warning|says so)\b/gm,
  ),
].map(([, rule = '', daemon = '', kalint = '']) => ({ rule, daemon, kalint }));

/** The files of the first bad example of a rule. */
function badFilesOf(rule: string): readonly string[] {
  const folder = join(root, 'fixtures/rules', rule);
  const bad = readdirSync(folder).find((name) => /^bad(?:\.conf|-.*|)$/.test(name)) ?? '';
  const path = join(folder, bad);
  return statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
}

const canAsk = canAskKeepalived(release);
const keepalived = canAsk ? startKeepalived(['eth0', 'eth1']) : undefined;
afterAll(() => keepalived?.close());

test('the table has rows of both kinds', () => {
  expect(new Set(rows.map(({ daemon }) => daemon))).toEqual(new Set(['says', 'silent']));
});

describe.each(rows)('$rule', ({ rule, daemon, kalint }) => {
  const sources = badFilesOf(rule).map((path) => ({ path, text: readFileSync(path, 'utf8') }));

  test(`kalint: ${kalint}`, () => {
    const found = lint(sources).diagnostics.filter((each) => each.rule === rule);
    expect(found.length).toBeGreaterThan(0);
    if (kalint !== 'says so') expect(found.map(({ severity }) => severity)).toContain(kalint);
  });

  test.skipIf(!canAsk)(`keepalived -t: ${daemon}`, () => {
    const answers = sources.map(({ text }) => keepalived?.check(text));
    const isSilent = answers.every((answer) => answer?.status === 0 && answer.lines.length === 0);
    expect(isSilent ? 'silent' : 'says').toBe(daemon);
  });
});
