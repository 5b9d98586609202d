import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprintsOf, type Recognisable } from '../../src/reporters/fingerprint.ts';

const finding: Recognisable = {
  rule: 'unknown-keyword',
  file: 'lb1/keepalived.conf',
  line: '    priorty 100',
};

function fingerprintOf(change: Partial<Recognisable> = {}): string | undefined {
  return fingerprintsOf([{ ...finding, ...change }])[0];
}

test('are what they were in the first release: baselines hold them', () => {
  expect(fingerprintOf()).toBe('73456a0aa61edaef506e905966350a19');
});

test.each([
  ['the indentation', { line: '\tpriorty   100 ' }],
  ['the way to the same file', { file: './lb1/keepalived.conf' }],
  ['the separator of folders', { file: 'lb1\\keepalived.conf' }],
])('stay when %s changes', (_, change) => {
  expect(fingerprintOf(change)).toBe(fingerprintOf());
});

test('stay when a secret is replaced by one of another length', () => {
  expect(fingerprintOf({ line: 'auth_pass ****' })).toBe(
    fingerprintOf({ line: 'auth_pass ******' }),
  );
});

test.each([
  ['the rule', { rule: 'unknown-block' }],
  ['the file', { file: 'lb2/keepalived.conf' }],
  ['what the line says', { line: '    priorty 101' }],
])('change when %s changes', (_, change) => {
  expect(fingerprintOf(change)).not.toBe(fingerprintOf());
});

test('do not depend on other findings that come or go', () => {
  const other = { ...finding, line: 'stat MASTER' };
  const [alone] = fingerprintsOf([finding]);
  expect(fingerprintsOf([other, finding, { ...finding, rule: 'other' }])[1]).toBe(alone);
});

test('the same line a second time is another finding, and the first one stays', () => {
  const [first, second, third] = fingerprintsOf([finding, finding, finding]);
  expect(first).toBe(fingerprintOf());
  expect(new Set([first, second, third]).size).toBe(3);
});

test('no two are the same, and all have one form, whatever is found', () => {
  const word = fc.oneof(
    fc.constantFrom('a', 'b', 'a b', '"', ','),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  const findings = fc.array(fc.record({ rule: word, file: word, line: word }), { maxLength: 20 });
  fc.assert(
    fc.property(findings, (all) => {
      const names = fingerprintsOf(all);
      expect(names).toHaveLength(all.length);
      expect(new Set(names).size).toBe(all.length);
      for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}$/);
    }),
  );
});
