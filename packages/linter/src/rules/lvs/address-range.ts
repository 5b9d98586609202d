import type { Address, AddressRange } from '@kalint/parser';

/** The first and the last address of a range as numbers; those of IPv6 do not meet those of IPv4. */
export function boundsOf({ first, last, prefix }: AddressRange): {
  readonly first: bigint;
  readonly last: bigint;
} {
  const start = numberOf(first);
  if (prefix !== undefined) {
    const length = first.family === 4 ? 32 : 128;
    return { first: start, last: start + (1n << BigInt(length - prefix)) - 1n };
  }
  if (last === undefined) return { first: start, last: start };
  if (typeof last !== 'number') return { first: start, last: numberOf(last) };
  const bits = first.family === 4 ? 8n : 16n;
  return { first: start, last: ((start >> bits) << bits) + BigInt(last) };
}

function numberOf({ family, key }: Address): bigint {
  const ipv6 = 1n << 128n;
  return family === 4
    ? key.split('.').reduce((sum, octet) => sum * 256n + BigInt(octet), 0n)
    : key.split(':').reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n) + ipv6;
}
