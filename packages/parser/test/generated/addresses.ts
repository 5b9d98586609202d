import fc from 'fast-check';

/** An address of one host, from the blocks that documentation may use. */
export function hostAddress(family: 4 | 6): fc.Arbitrary<string> {
  const host = fc.integer({ min: 1, max: 254 });
  if (family === 6) return host.map((last) => `2001:db8::${last.toString(16)}`);
  const network = fc.constantFrom('192.0.2', '198.51.100', '203.0.113');
  return fc.tuple(network, host).map(([net, last]) => `${net}.${last}`);
}

/** An address or a network. */
export function prefixedAddress(family: 4 | 6): fc.Arbitrary<string> {
  const longest = family === 4 ? 32 : 128;
  const prefix = fc.integer({ min: 8, max: longest });
  return fc.tuple(hostAddress(family), prefix).map(([address, length]) => `${address}/${length}`);
}

export function multicastAddress(family: 4 | 6): fc.Arbitrary<string> {
  const last = fc.integer({ min: 1, max: 254 });
  return family === 4
    ? last.map((number) => `224.0.0.${number}`)
    : last.map((number) => `ff02::${number.toString(16)}`);
}
