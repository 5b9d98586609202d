import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entriesIn } from '../../src/baseline/read-baseline.ts';

const schema: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../schema/baseline.schema.json'), 'utf8'),
);
const fits = (() => {
  if (typeof schema !== 'object' || !schema) throw new Error('the schema is no object');
  return new Ajv({ strict: true }).compile(schema);
})();

const good = {
  kind: 'kalint-baseline',
  version: 1,
  findings: [
    { file: 'a.conf', rule: 'extra-words', fingerprint: '0123456789abcdef'.repeat(2), count: 1 },
  ],
};

test('the schema and the command agree', () => {
  const odd = fc.constantFrom<unknown>(0, -1, 1.5, 1e9, 1e9 + 1, null, true, '', 'a', [], {});
  const mostly = (value: unknown): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 12, arbitrary: fc.constant(value) }, odd);
  const entry = fc.record(
    {
      file: mostly('a.conf'),
      rule: mostly('extra-words'),
      fingerprint: mostly('0123456789abcdef'.repeat(2)),
      count: mostly(3),
      other: fc.constant(1),
    },
    { requiredKeys: ['file', 'rule', 'fingerprint', 'count'] },
  );
  const file = fc.record(
    {
      kind: mostly('kalint-baseline'),
      version: mostly(1),
      findings: fc.oneof({ weight: 9, arbitrary: fc.array(entry, { maxLength: 2 }) }, odd),
    },
    { requiredKeys: [] },
  );
  const seen = { good: 0, bad: 0 };
  fc.assert(
    fc.property(file, (value) => {
      const outcome = entriesIn(JSON.stringify(value));
      expect([typeof outcome === 'string', value]).toEqual([!fits(value), value]);
      seen[typeof outcome === 'string' ? 'bad' : 'good']++;
    }),
    { numRuns: 1000 },
  );
  expect(Math.min(seen.good, seen.bad)).toBeGreaterThan(50);
});

describe('what is no baseline is a mistake', () => {
  test.each([
    ['', /^it is not JSON/],
    ['{', /^it is not JSON; name another file or, if this was one, remove it/],
    ['{"name": "a-package"}', /not written by kalint/],
    ['[]', /not written by kalint/],
    ['null', /not written by kalint/],
    [JSON.stringify({ ...good, version: 2 }), /another version of kalint/],
    [JSON.stringify({ ...good, more: 1 }), /more than kind, version and findings/],
    [JSON.stringify({ ...good, findings: {} }), /are no list/],
    [JSON.stringify({ ...good, findings: [...good.findings, {}] }), /at index 1/],
    [`<<<<<<< HEAD\n${JSON.stringify(good)}\n>>>>>>> other\n`, /merge conflict/],
  ])('%s', (text, reason) => {
    expect(entriesIn(text)).toMatch(reason);
  });

  test('the text of a file is in no message', () => {
    expect(entriesIn('{"auth_pass": s3cret')).not.toMatch(/auth|s3cret/);
  });

  test('a byte order mark is none', () => {
    expect(entriesIn(`\uFEFF${JSON.stringify(good)}`)).toEqual(good.findings);
  });

  const size = 4 * 1024 * 1024;
  test.each([
    ['brackets', '['.repeat(size)],
    ['braces', '{"a":'.repeat(size / 5)],
    ['an open string', `"${'\\"'.repeat(size / 2)}`],
    ['numbers', `[${'1,'.repeat(size / 2)}1]`],
    [
      'many entries that are none',
      `{"kind":"kalint-baseline","version":1,"findings":[${'0,'.repeat(size / 2)}0]}`,
    ],
  ])('%s, without end, in bounded time', (_, text) => {
    const start = performance.now();
    expect(entriesIn(text)).toEqual(expect.any(String));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
