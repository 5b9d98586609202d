import { isIPv4, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../src/index.ts';

describe('addresses', () => {
  test.each([
    '192.0.2.1',
    '0.0.0.0',
    '255.255.255.255',
    '::',
    '::1',
    '2001:db8::1',
    'fe80::1',
    '::ffff:192.0.2.1',
  ])('%s is one', (text) => expect(parseAddress(text)?.text).toBe(text));

  test.each([
    '',
    '192.0.2',
    '192.0.2.256',
    '192.0.2.01',
    '1.2.3.4.5',
    ':::',
    '1::2::3',
    '12345::',
    'eth0',
    '192.0.2.1/24',
    ':1',
  ])('%s is none', (text) => expect(parseAddress(text)).toBeUndefined());

  test('the same address has the same key however it is written', () => {
    expect(parseAddress('2001:DB8:0:0:0:0:0:1')?.key).toBe(parseAddress('2001:db8::1')?.key);
    expect(parseAddress('::192.0.2.1')?.key).toBe(parseAddress('::c000:201')?.key);
    expect(parseAddress('192.0.2.1')?.key).not.toBe(parseAddress('::192.0.2.1')?.key);
  });

  test('multicast and link-local ranges', () => {
    expect(parseAddress('224.0.0.18')?.multicast).toBe(true);
    expect(parseAddress('ff02::12')?.multicast).toBe(true);
    expect(parseAddress('240.0.0.1')?.multicast).toBe(false);
    expect(parseAddress('fe80::1')?.linkLocal).toBe(true);
    expect(parseAddress('fec0::1')?.linkLocal).toBe(false);
  });

  test('agrees with the system on what is an address', () => {
    const text = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc
        .array(fc.constantFrom('0', '1', 'f', '::', ':', '.', '255', 'abcd'), { maxLength: 12 })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (each) => {
        expect(parseAddress(each)?.family).toBe(isIPv4(each) ? 4 : isIPv6(each) ? 6 : undefined);
      }),
      { numRuns: 10_000 },
    );
  });
});
