import { expect, test } from 'vitest';
import {
  compareReleases,
  isRelease,
  keywordIn,
  language,
  lineSchemas,
  newestRelease,
  placementsOf,
  releases,
  type ArgumentsSchema,
  type Keywords,
  type KeywordSchema,
  type ValueSchema,
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

function* argumentsIn(
  value: ValueSchema,
  path: string,
): Generator<readonly [string, ArgumentsSchema]> {
  if (value.type !== 'arguments') return;
  yield [path, value];
  const inner = [...Object.entries(value.operands ?? {}), ...Object.entries(value.options ?? {})];
  for (const [name, schema] of inner) {
    if (schema.value) yield* argumentsIn(schema.value, `${path} ${name}`);
  }
}

function* allArguments(): Generator<readonly [string, ArgumentsSchema]> {
  for (const [path, { value }] of entries(language)) yield* argumentsIn(value, path);
  for (const [type, value] of Object.entries(lineSchemas)) yield* argumentsIn(value, type);
}

test('operands and options are described in one line of their own', () => {
  for (const [path, { operands = {}, options = {} }] of allArguments()) {
    for (const [name, { summary }] of [...Object.entries(operands), ...Object.entries(options)]) {
      expect([path, name, /^[A-Z0-9`].{4,110}[^.\s]$/.test(summary)]).toEqual([path, name, true]);
    }
  }
});

test('what arguments say of each other is there', () => {
  for (const [path, { operands = {}, options = {}, unnamed, constraints = [] }] of allArguments()) {
    const names = [...Object.keys(operands), ...Object.keys(options)];
    const mentioned = constraints.flatMap((constraint) => {
      switch (constraint.kind) {
        case 'required':
          return constraint.oneOf;
        case 'exclusive':
          return constraint.among;
        case 'needs':
          return [constraint.option, ...constraint.oneOf];
        case 'order':
          return [constraint.lower, constraint.higher];
        case 'prefix':
          return [constraint.of, constraint.option];
      }
    });
    const outer = mentioned.map((each) => each.split(' ')[0] ?? '');
    const same = Object.values(options).flatMap(({ sameAs }) => sameAs ?? []);
    for (const name of [...outer, ...same, ...(unnamed === undefined ? [] : [unnamed])]) {
      expect([path, names]).toEqual([path, expect.arrayContaining([name])]);
    }
    expect([path, new Set(names).size]).toEqual([path, names.length]);
  }
});

test('every value that has releases of its own is one of the values', () => {
  for (const [path, { value }] of entries(language)) {
    if (value.type !== 'enum') continue;
    for (const each of Object.keys(value.availability ?? {})) {
      expect([path, value.values]).toEqual([path, expect.arrayContaining([each])]);
    }
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
