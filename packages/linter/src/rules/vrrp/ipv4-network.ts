import type { Cidr } from '@kalint/parser';

/** First and last address of the network that an IPv4 address is in, as numbers. */
interface Ipv4Network {
  readonly address: number;
  readonly first: number;
  readonly last: number;
}

/**
 * The network of an address with a prefix; undefined for IPv6, and where a network has no address that
 * is not for hosts (RFC 3021): without a prefix, or with one of more than 30 bits.
 */
export function networkOf({ family, key, prefix }: Cidr): Ipv4Network | undefined {
  if (family !== 4 || prefix === undefined || prefix > 30) return undefined;
  const address = numberOf(key);
  const size = 2 ** (32 - prefix);
  const first = address - (address % size);
  return { address, first, last: first + size - 1 };
}

/** An IPv4 address as a number of 32 bits. */
function numberOf(key: string): number {
  return key.split('.').reduce((number, octet) => number * 256 + Number(octet), 0);
}
