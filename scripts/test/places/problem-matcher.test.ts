import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtCommand } from '../../../packages/cli/test/built-command.ts';
import { listIn, mappingIn, textIn } from '../../places/yaml-file.ts';

/* problem-matcher.json reads what `--format gcc` writes. */

const { kalint, write } = builtCommand();
const root = join(import.meta.dirname, '../../..');

const file: unknown = JSON.parse(readFileSync(join(root, 'problem-matcher.json'), 'utf8'));
const [matcher] = listIn(mappingIn(file, 'the file')['problemMatcher'], 'problemMatcher');
const patterns = listIn(mappingIn(matcher, 'a matcher')['pattern'], 'pattern');
const [pattern] = patterns.map((each) => mappingIn(each, 'a pattern'));
const regexp = new RegExp(textIn(pattern?.['regexp'], 'regexp') ?? '(?!)');

/** What the matcher makes of a line. */
function matched(line: string): readonly Readonly<Record<string, string | undefined>>[] {
  const match = regexp.exec(line);
  if (!match) return [];
  const groups = Object.entries(pattern ?? {}).filter(([name]) => name !== 'regexp');
  return [Object.fromEntries(groups.map(([name, index]) => [name, match[Number(index)]]))];
}

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
}

function check(files: readonly string[]): void {
  const { stdout } = kalint(['--format', 'gcc', ...files]);
  const found = stdout.split('\n').flatMap(matched);
  const report: { diagnostics: readonly (Finding & { repeats?: readonly Finding[] })[] } =
    JSON.parse(kalint(['--format', 'json', ...files]).stdout);
  const wanted = report.diagnostics
    .filter(({ severity }) => severity !== 'info')
    .flatMap(({ rule, severity, message, repeats = [], ...first }) =>
      [first, ...repeats].map(({ file: name, range }) => ({
        ...{ file: name, severity, message, code: rule },
        line: String(range.start.line),
        column: String(range.start.column),
      })),
    );
  const sorted = (list: readonly object[]): readonly string[] =>
    list.map((each) => JSON.stringify(Object.entries(each).sort())).sort();
  expect(sorted(found)).toEqual(sorted(wanted));
  expect(found.length).toBeGreaterThan(0);
}

test('each error and warning is matched, with its place and its rule', () => {
  check(['master.conf', 'backup.conf'].map((name) => join(root, 'fixtures/sample', name)));
  const rules = join(root, 'fixtures/rules');
  const single = readdirSync(rules).filter((name) =>
    readdirSync(join(rules, name)).includes('bad.conf'),
  );
  check(single.filter((_, index) => index % 9 === 0).map((name) => join(rules, name, 'bad.conf')));
});

test('what a file says cannot make a finding of another file', () => {
  write('real.conf', 'other.conf:1:1:error:x\nother.conf:2:2: error: gone [rule]\n');
  const { stdout } = kalint(['--format', 'gcc', 'real.conf']);
  const files = stdout
    .split('\n')
    .flatMap(matched)
    .map(({ file: name }) => name);
  expect(new Set(files)).toEqual(new Set(['real.conf']));
});
