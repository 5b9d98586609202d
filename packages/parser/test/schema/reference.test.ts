import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  compareReleases,
  isRelease,
  keywordIn,
  language,
  type Keywords,
  type KeywordSchema,
  type Release,
} from '../../src/index.ts';

/*
 * The keyword table against the facts that were taken from keepalived's source. The facts lie next
 * to the project and not in it; where they are not there, the comparison is skipped.
 */

const file = join(import.meta.dirname, '../../../../../shared/reference/keywords.json');

if (!existsSync(file)) console.warn('skipped: the reference is not there');

interface Record {
  readonly path: string;
  readonly kind: string;
  readonly isBlock: boolean;
  readonly freeForm: boolean;
  readonly since: string;
  readonly min?: number;
  readonly max?: number | string;
  readonly values?: readonly string[];
}

function schemaAt(path: string): KeywordSchema | undefined {
  let keywords: Keywords | undefined = language;
  let schema: KeywordSchema | undefined;
  for (const word of path.split(' > ')) {
    schema = keywords && keywordIn(keywords, word);
    keywords = schema?.keywords;
  }
  return schema;
}

function records(): readonly Record[] {
  const reference: { readonly keywords: readonly Record[] } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  return reference.keywords;
}

describe.skipIf(!existsSync(file))('the reference', () => {
  test('every keyword of the reference is in the table', () => {
    const missing = records().filter(({ path }) => !schemaAt(path));
    expect(missing.map(({ path }) => path)).toEqual([]);
  });

  test('blocks are blocks, and free-form blocks are free-form', () => {
    for (const { path, isBlock, freeForm } of records()) {
      const schema = schemaAt(path);
      expect([path, schema?.keywords !== undefined, schema?.lines !== undefined]).toEqual([
        path,
        isBlock && !freeForm,
        freeForm,
      ]);
    }
  });

  test('numbers have the same range', () => {
    for (const { path, kind, min = 0, max } of records()) {
      if ((kind !== 'integer' && kind !== 'decimal') || typeof max !== 'number') continue;
      const value = schemaAt(path)?.value;
      expect([path, value && 'min' in value && [value.min, value.max]]).toEqual([path, [min, max]]);
    }
  });

  test('enumerations have the same values', () => {
    for (const { path, kind, values } of records()) {
      if (kind !== 'enum') continue;
      const value = schemaAt(path)?.value;
      expect([path, value && 'values' in value && value.values]).toEqual([path, values]);
    }
  });

  test('a keyword came with the same release', () => {
    const written = new Map(records().map(({ path, since }) => [path, releaseOf(since)]));
    for (const { path } of records()) {
      const expected = latest(blocksOf(path).map((block) => written.get(block)));
      const actual = latest(blocksOf(path).map((block) => schemaAt(block)?.since));
      expect([path, actual]).toEqual([path, expected]);
    }
  });
});

function releaseOf(since: string): Release {
  const release = since.startsWith('unreleased') ? 'unreleased' : since.replace(/^v/, '');
  if (!isRelease(release)) throw new Error(`unknown release ${since}`);
  return release;
}

/** The keyword and the blocks around it: it can stand in a file when all of them can. */
function blocksOf(path: string): readonly string[] {
  const words = path.split(' > ');
  return words.map((_, index) => words.slice(0, index + 1).join(' > '));
}

function latest(releases: readonly (Release | undefined)[]): Release | undefined {
  return releases.reduce((a, b) => (a && b && compareReleases(a, b) < 0 ? b : (a ?? b)));
}
