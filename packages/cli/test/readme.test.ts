import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { distributions } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import { builtCommand } from './built-command.ts';

/* What the README shows is what happens. */

const root = join(import.meta.dirname, '../../..');
const readme = read('README.md');
const { program } = builtCommand();

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

  test('shows what kalint says of the sample pair', () => {
    const sessions = blocksOf(readme, 'console');
    expect(sessions.length).toBeGreaterThan(0);
    for (const session of sessions) {
      const [command = '', ...lines] = session.split('\n');
      const words = command.replace('$ kalint ', '').split(' ');
      const { stdout } = spawnSync(process.execPath, [program, ...words], {
        cwd: root,
        encoding: 'utf8',
        env: {},
      });
      expect(stdout).toBe(lines.join('\n'));
    }
  });

  test('has the example of the library page, at most ten lines, and it runs', () => {
    const [example = ''] = blocksOf(readme, 'js');
    expect(blocksOf(read('docs/library.md'), 'js')).toContain(example);
    expect(
      example
        .trim()
        .split('\n')
        .filter((line) => line !== '').length,
    ).toBeLessThanOrEqual(11);
    mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
    const folder = mkdtempSync(join(root, 'node_modules/.cache/example-'));
    try {
      writeFileSync(join(folder, 'example.mts'), example);
      const words = ['--import', 'tsx', '--conditions=@kalint/source', join(folder, 'example.mts')];
      const { stdout, status } = spawnSync(process.execPath, words, {
        cwd: root,
        encoding: 'utf8',
      });
      expect(status).toBe(0);
      const [output] = blocksOf(read('docs/library.md'), 'text');
      expect(stdout).toBe(output);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('names files that exist', () => {
    for (const [, target = ''] of readme.matchAll(/\]\(([^)]+)\)/g))
      expect([target, read(target).length > 0]).toEqual([target, true]);
  });
});
