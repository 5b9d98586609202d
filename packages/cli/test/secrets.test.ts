import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixAll, lint, redactedText, secretSpans } from '@kalint/linter';
import { modelToJson, newestRelease, parse, treeToJson, type SourceFile } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import { unifiedDiff } from '../src/changes/unified-diff.ts';
import { reportOf } from '../src/reporters/report-of.ts';
import { noColours } from '../src/terminal/colour.ts';
import { reporters } from './formats/every-format.ts';

/*
 * No format shows a password or a key. What is one is told here by the keyword alone, not by what
 * kalint takes for one.
 */

const secretSettings = /\b(?:auth_pass|key\s+\d+)[ \t]+"?([^\s"!]{6,})/g;

function secretsIn({ text }: SourceFile): readonly string[] {
  return Array.from(text.matchAll(secretSettings), ([, value = '']) => value);
}

/** Everything that any command prints about a file. */
function everythingShown(source: SourceFile): string {
  const result = lint([source], { profile: 'strict' });
  const report = reportOf(result, [source]);
  const repaired = fixAll([source], { profile: 'strict', unsafe: true }).sources[0] ?? source;
  const texts = { before: redactedText(source), after: redactedText(repaired) };
  const hiding = { findSecrets: secretSpans };
  return [
    ...Object.values(reporters).map((reporter) => reporter(report)),
    unifiedDiff({ path: source.path, ...texts }, noColours),
    texts.before,
    JSON.stringify(treeToJson(parse(source), hiding)),
    JSON.stringify(modelToJson(result.nodes, { release: newestRelease, ...hiding })),
  ].join('\n');
}

function filesIn(folder: string): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** The files that show one of their secrets: it is not shown when another one stands in its place. */
function leaksOf(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((source) => {
    const shown = everythingShown(source);
    const others = everythingShown({ ...source, text: withOtherSecrets(source.text) });
    return secretsIn(source)
      .filter((secret) => shown.includes(secret) && !others.includes(secret))
      .map(() => source.path);
  });
}

function withOtherSecrets(text: string): string {
  return text.replace(secretSettings, (setting, value: string) =>
    setting.replace(value, 'Z'.repeat(value.length)),
  );
}

const root = join(import.meta.dirname, '../../..');

test('no secret of any fixture is shown', () => {
  const files = filesIn(join(root, 'fixtures')).filter((file) => secretsIn(file).length > 0);
  expect(files.length).toBeGreaterThan(20);
  expect(leaksOf(files)).toEqual([]);
});

const corpus = join(root, '../shared/corpus');

describe.skipIf(!existsSync(corpus))('real files', () => {
  test('no secret of them is shown', { timeout: 120_000 }, () => {
    const files = filesIn(corpus).filter((file) => secretsIn(file).length > 0);
    expect(files.length).toBeGreaterThan(50);
    expect(leaksOf(files)).toEqual([]);
  });
});
