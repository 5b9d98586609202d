import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/* The examples of the package's page do what they say. */

const root = join(import.meta.dirname, '../../..');
const page = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
const examples = [...page.matchAll(/^```js\n([^]*?)^```$[^`]*^```text\n([^]*?)^```$/gm)].map(
  ([, code = '', output = '']) => [code, output] as const,
);

test('the page has two examples', () => {
  expect(examples).toHaveLength(2);
});

describe.each(examples)('%s', (code, output) => {
  test('prints what is written below it', () => {
    const cache = join(root, 'node_modules/.cache');
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(join(cache, 'example-'));
    try {
      writeFileSync(join(folder, 'example.mjs'), code);
      const words = ['--import', 'tsx', '--conditions=@kalint/source', join(folder, 'example.mjs')];
      const run = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
      expect(run).toMatchObject({ status: 0, stdout: output });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
