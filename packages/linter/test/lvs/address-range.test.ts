import { parseAddress, type Address } from '@kalint/parser';
import { expect, test } from 'vitest';
import { boundsOf } from '../../src/rules/lvs/address-range.ts';

function address(text: string): Address {
  const parsed = parseAddress(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

function bounds(first: string, last?: string | number, prefix?: number): readonly bigint[] {
  const end = typeof last === 'string' ? address(last) : last;
  const range = boundsOf({ first: address(first), last: end, prefix });
  return [range.first, range.last];
}

const ipv6 = 1n << 128n;

test.each([
  [bounds('192.0.2.10'), [0xc000020an, 0xc000020an]],
  [bounds('192.0.2.10', 20), [0xc000020an, 0xc0000214n]],
  [bounds('192.0.2.10', '192.0.3.1'), [0xc000020an, 0xc0000301n]],
  [bounds('192.0.2.0', undefined, 24), [0xc0000200n, 0xc00002ffn]],
  [bounds('192.0.2.7', undefined, 32), [0xc0000207n, 0xc0000207n]],
  [bounds('::1', 0x20), [ipv6 + 1n, ipv6 + 0x20n]],
  [bounds('::', undefined, 120), [ipv6, ipv6 + 0xffn]],
])('%# bounds', (found, expected) => {
  expect(found).toEqual(expected);
});

test('no IPv4 address is an IPv6 address', () => {
  expect(bounds('255.255.255.255')[0]).toBeLessThan(bounds('::')[0] ?? 0n);
});
