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
  if (octets !== undefined) {
    const first = octets >>> 24;
    return {
      family: 4,
      text,
      // There is one way to write it.
      key: text,
      multicast: first >= 224 && first <= 239,
      linkLocal: octets >>> 16 === 0xa9fe,
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

/** Whether `parseAddress` would read it. */
export function isAddress(text: string): boolean {
  return parseOctets(text) !== undefined || parseGroups(text) !== undefined;
}

/**
 * Four octets as one number. Every word that may be an address is tried; the arrays and strings that `split`
 * and regular expressions make were a fifth of all that binding allocated (heap profile over 482 files).
 */
function parseOctets(text: string): number | undefined {
  let octets = 0;
  let octet = 0;
  let digits = 0;
  let dots = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2e) {
      if (digits === 0 || ++dots > 3) return undefined;
      octets = (octets << 8) | octet;
      octet = 0;
      digits = 0;
    } else {
      const digit = code - 0x30;
      // A zero stands alone.
      if (digit < 0 || digit > 9 || (digits > 0 && octet === 0)) return undefined;
      octet = octet * 10 + digit;
      digits++;
      if (octet > 255) return undefined;
    }
  }
  return dots === 3 && digits > 0 ? ((octets << 8) | octet) >>> 0 : undefined;
}

function parseGroups(text: string): readonly number[] | undefined {
  if (!text.includes(':')) return undefined;
  const gap = text.indexOf('::');
  const before = groupsOf(gap === -1 ? text : text.slice(0, gap));
  if (!before) return undefined;
  if (gap === -1) return before.length === 8 ? before : undefined;
  const after = groupsOf(text.slice(gap + 2));
  if (!after) return undefined;
  const missing = 8 - before.length - after.length;
  return missing < 1 ? undefined : before.concat(Array<number>(missing).fill(0), after);
}

function groupsOf(text: string): readonly number[] | undefined {
  const groups: number[] = [];
  for (let start = 0; start < text.length;) {
    const colon = text.indexOf(':', start);
    const end = colon === -1 ? text.length : colon;
    const octets = colon === -1 ? parseOctets(text.slice(start)) : undefined;
    const group = parseGroup(text, start, end);
    if (octets !== undefined) groups.push(octets >>> 16, octets & 0xffff);
    else if (group !== undefined) groups.push(group);
    else return undefined;
    start = end + 1;
  }
  return text.endsWith(':') ? undefined : groups;
}

/** One to four hexadecimal digits. */
function parseGroup(text: string, start: number, end: number): number | undefined {
  if (end === start || end > start + 4) return undefined;
  let group = 0;
  for (let at = start; at < end; at++) {
    const digit = hexDigit(text.charCodeAt(at));
    if (digit === -1) return undefined;
    group = group * 16 + digit;
  }
  return group;
}

/** -1 for what is none. */
function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  // Capitals are made small; nothing else becomes one of the six letters.
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x66 ? small - 0x61 + 10 : -1;
}
