import { expect, test } from 'vitest';
import {
  compareReleases,
  isRelease,
  keywordIn,
  language,
  newestRelease,
  placementsOf,
  releases,
  type Keywords,
  type KeywordSchema,
} from '../../src/index.ts';

function* entries(
  keywords: Keywords,
  path = '',
): Generator<readonly [string, KeywordSchema, Keywords]> {
  for (const [word, schema] of Object.entries(keywords)) {
    yield [`${path}${word}`, schema, keywords];
    if (schema.keywords) yield* entries(schema.keywords, `${path}${word} > `);
  }
}

test('every keyword is described in one line of its own', () => {
  for (const [path, { summary }] of entries(language)) {
    expect([path, summary.length >= 10 && summary.length <= 120]).toEqual([path, true]);
    expect([path, /^[A-Z0-9`].*[^.\s]$/.test(summary)]).toEqual([path, true]);
  }
});

test('a renamed keyword has its new name in the same block, with the same value', () => {
  for (const [path, { deprecated, value }, block] of entries(language)) {
    if (!deprecated?.renamed) continue;
    expect([path, keywordIn(block, deprecated.use)?.value]).toEqual([path, value]);
  }
});

test('what was removed came before', () => {
  for (const [path, { since, removed }] of entries(language)) {
    if (removed) expect([path, compareReleases(since, removed) < 0]).toEqual([path, true]);
  }
});

test('a word that every object knows is no keyword', () => {
  for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    expect(keywordIn(language, word)).toBeUndefined();
    expect(placementsOf(word)).toEqual([]);
  }
});

test('releases are in order, and the newest is one of them', () => {
  expect(isRelease(newestRelease)).toBe(true);
  expect(isRelease('2.2.7')).toBe(true);
  expect(isRelease('9.9.9')).toBe(false);
  expect(compareReleases('1.2.20', '1.2.3')).toBeGreaterThan(0);
  expect(compareReleases('2.4.3', '2.4.3')).toBe(0);
  expect(new Set(releases).size).toBe(releases.length);
});
