import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { distributions } from '@kalint/parser';
import { describe, expect, test } from 'vitest';

/* What the README shows is what happens; docs/pages.test.ts executes its commands. */

const root = join(import.meta.dirname, '../../..');
const readme = read('README.md');

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function blocksOf(text: string, language: string): readonly string[] {
  return [...text.matchAll(/^```(\S+)\n([\s\S]*?)^```$/gm)].flatMap(([, info, block = '']) =>
    info === language ? [block] : [],
  );
}

test('the page about inputs has the table of distributions', () => {
  const rows = [...read('docs/inputs.md').matchAll(/^\| `(\S+)` +\| (\S+) +\|$/gm)];
  expect(Object.fromEntries(rows.map(([, name, release]) => [name, release]))).toEqual(
    distributions,
  );
});

describe('the README', () => {
  test('begins with the two commands, which are scripts of the workspace', () => {
    const [commands = ''] = blocksOf(readme, 'sh');
    expect(commands.split('\n').map((line) => line.split('#')[0]?.trim())).toEqual([
      'npm run sample',
      'npm test',
      '',
    ]);
    expect(Object.keys(JSON.parse(read('package.json')).scripts)).toEqual(
      expect.arrayContaining(['sample', 'test']),
    );
  });

  test('has the first example of the library page, at most ten lines', () => {
    const [example = ''] = blocksOf(readme, 'js');
    expect(blocksOf(read('docs/library.md'), 'js')[0]).toBe(example);
    const lines = example.split('\n').filter((line) => line !== '');
    expect(lines.length).toBeLessThanOrEqual(11);
  });

  test('names files that exist', () => {
    for (const [, target = ''] of readme.matchAll(/\]\(([^)]+)\)/g))
      expect([target, read(target).length > 0]).toEqual([target, true]);
  });
});

test('the examples of the library page print what stands below them', () => {
  const shown = [
    ...read('docs/library.md').matchAll(/^```js\n([^]*?)^```\n\n```text\n([^]*?)^```$/gm),
  ];
  expect(shown.length).toBe(blocksOf(read('docs/library.md'), 'js').length);
  expect(shown.length).toBeGreaterThan(5);
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, 'node_modules/.cache/examples-'));
  try {
    const files = shown.map(([, example = ''], index) => {
      writeFileSync(join(folder, `${index}.mts`), example);
      return `await import('./${index}.mts');\nconsole.log('---');\n`;
    });
    writeFileSync(join(folder, 'all.mts'), files.join(''));
    const words = ['--import', 'tsx', '--conditions=@kalint/source', join(folder, 'all.mts')];
    const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toBe(shown.map(([, , output = '']) => `${output}---\n`).join(''));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
