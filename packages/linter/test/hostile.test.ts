import { expect, test } from 'vitest';
import { processorTimeOf } from '../../../scripts/timing.ts';
import { lint } from '../src/index.ts';

/*
 * Inputs that nobody writes by hand. The bound is loose: it tells a time that grows with the square of
 * the size, which would be minutes, from one that grows with the size.
 */

/** Milliseconds of a processor. */
const bound = 10_000;

const inputs: readonly (readonly [string, string])[] = [
  ['ten thousand nodes in one file', many(10_000, (n) => `@id${n} statee`)],
  ['misspelt keywords', `vrrp_instance A {\n${many(40_000, () => 'statee X')}\n}\n`],
  ['open quotes', many(20_000, () => 'a "b')],
  ['closing braces on one line', '}'.repeat(100_000)],
  ['opening braces', many(100_000, () => 'a {')],
  ['braces on one line', '{'.repeat(100_000)],
  ['one long word', 'a'.repeat(10_000_000)],
  ['one long quote', `"${'a\\"'.repeat(1_000_000)}`],
  ['instances', many(20_000, (n) => `vrrp_instance VI_${n} {\nvirtual_router_id 1\n}`)],
  ['definitions of definitions', many(5_000, (n) => `$A${n + 1}=$A${n}$A${n}`)],
  ['passwords', many(20_000, () => 'auth_pass')],
];

function many(count: number, line: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => line(n)).join('\n');
}

test.each(inputs)('%s', (_, text) => {
  const sources = ['a.conf', 'b.conf'].map((path) => ({ path, text }));
  expect(processorTimeOf(() => lint(sources))).toBeLessThan(bound);
});
