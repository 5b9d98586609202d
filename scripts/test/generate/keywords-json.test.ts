import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { language, lineSchemas, newestRelease, releases } from '@kalint/parser';
import { expect, test } from 'vitest';

/** grammar/keywords.json, as grammar/README.md describes it. */
interface KeywordsFile {
  readonly version: 1;
  readonly keepalived: string;
  readonly releases: readonly string[];
  readonly keywords: readonly (Members & {
    readonly keyword: string;
    readonly block: readonly string[];
    readonly isBlock: boolean;
  })[];
  readonly lines: Readonly<Record<string, Members>>;
}

type Members = Record<string, unknown>;

const file = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../grammar/keywords.json'), 'utf8'),
) as KeywordsFile;

test('the whole table can be built again from the file', () => {
  const table: Members = {};
  const blocks = new Map<string, Members>([['', table]]);
  for (const { keyword, block, isBlock, ...facts } of file.keywords) {
    const entry: Members = facts;
    if (isBlock && facts['lines'] === undefined) {
      const inner: Members = {};
      entry['keywords'] = inner;
      blocks.set([...block, keyword].join(' '), inner);
    }
    const outer = blocks.get(block.join(' '));
    if (!outer) throw new Error(`${keyword} comes before its block`);
    outer[keyword] = entry;
  }
  expect(table).toEqual(language);
  expect(file.lines).toEqual(lineSchemas);
});

test('it says for what it is', () => {
  expect(file).toMatchObject({ version: 1, keepalived: newestRelease, releases });
});
