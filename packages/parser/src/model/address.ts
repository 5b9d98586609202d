/** An IP address, without a prefix. */
export interface Address {
  readonly family: 4 | 6;
  /** As it is written. */
  readonly text: string;
  /** The same for every way to write the same address. */
  readonly key: string;
  readonly multicast: boolean;
  readonly linkLocal: boolean;
}

/** Reads an address as inet_pton(3) does: four decimal octets, or IPv6 in any of its forms. */
export function parseAddress(text: string): Address | undefined {
  const octets = parseOctets(text);
  if (octets) {
    const [first = 0, second = 0] = octets;
    return {
      family: 4,
      text,
      key: octets.join('.'),
      multicast: first >= 224 && first <= 239,
      linkLocal: first === 169 && second === 254,
    };
  }
  const groups = parseGroups(text);
  if (!groups) return undefined;
  const [first = 0] = groups;
  return {
    family: 6,
    text,
    key: groups.map((group) => group.toString(16)).join(':'),
    multicast: first >> 8 === 0xff,
    linkLocal: (first & 0xffc0) === 0xfe80,
  };
}

function parseOctets(text: string): readonly number[] | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  const octets = parts.map((part) => (/^(0|[1-9]\d{0,2})$/.test(part) ? Number(part) : 256));
  return octets.every((octet) => octet <= 255) ? octets : undefined;
}

function parseGroups(text: string): readonly number[] | undefined {
  const [head, tail, ...more] = text.split('::');
  if (head === undefined || more.length > 0) return undefined;
  const before = groupsOf(head);
  if (!before) return undefined;
  if (tail === undefined) return before.length === 8 ? before : undefined;
  const after = groupsOf(tail);
  if (!after) return undefined;
  const missing = 8 - before.length - after.length;
  return missing < 1 ? undefined : [...before, ...Array<number>(missing).fill(0), ...after];
}

function groupsOf(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    const octets = index === parts.length - 1 ? parseOctets(part) : undefined;
    if (octets) {
      const [a = 0, b = 0, c = 0, d = 0] = octets;
      groups.push(a * 256 + b, c * 256 + d);
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) {
      groups.push(Number.parseInt(part, 16));
    } else {
      return undefined;
    }
  }
  return groups;
}
