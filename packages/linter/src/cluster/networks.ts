/**
 * Whether addresses look as if they were of one network: the text seldom says how large it is, and people
 * mostly make it a /24 of IPv4 or a /64 of IPv6. The addresses are keys of the parser.
 */
export function areInOneNetwork(some: Iterable<string>, others: Iterable<string>): boolean {
  const networks = new Set([...some].map(likelyNetworkOf));
  return [...others].some((address) => networks.has(likelyNetworkOf(address)));
}

/** The network that an address is in, if it is as large as most are; the address is a key of the parser. */
export function likelyNetworkOf(key: string): string {
  return key.includes(':')
    ? key.split(':').slice(0, 4).join(':')
    : key.split('.').slice(0, 3).join('.');
}
