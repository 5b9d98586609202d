import type { AddressRangeSchema, AddressSchema, CidrSchema } from '../schema/value.ts';
import type { Word } from '../syntax/tree.ts';
import { parseAddress, type Address } from './address.ts';
import { isAvailable } from './availability.ts';
import { parseInteger } from './read-number.ts';
import { invalid, isOfOneFamily, nothing, read, type Read, type Reading } from './reading.ts';
import type { AddressRange, Cidr } from './values.ts';

/** A mask or a range behind an address is ignored without a word (lib/utils.c, inet_stosockaddr()). */
function withoutMask(text: string): string {
  return text.replace(/[-/].*$/, '');
}

export function readAddress(schema: AddressSchema, word: Word, at: Reading): Read {
  if (schema.words?.includes(word.text)) return read(word.text, 1);
  const address = parseAddress(schema.exact ? word.text : withoutMask(word.text));
  const isWrong =
    !address ||
    (schema.family !== undefined && address.family !== schema.family) ||
    (schema.multicast === true && !address.multicast);
  if (isWrong) {
    const family = schema.family ? `IPv${schema.family}` : 'IP';
    return invalid(word, `an ${family} ${schema.multicast ? 'multicast ' : ''}address`, at);
  }
  return isOfOneFamily(address.family, word, at) ? read(address, 1) : nothing(1);
}

/** parse_ipaddress() in keepalived/vrrp/vrrp_ipaddress.c; parse_route() */
export function readCidr(schema: CidrSchema, word: Word, at: Reading): Read {
  if (schema.words?.includes(word.text)) {
    const family = word.text === 'default6' ? 6 : undefined;
    return isOfOneFamily(family, word, at) ? read(word.text, 1) : nothing(1);
  }
  const slash = word.text.indexOf('/');
  const address = parseAddress(slash === -1 ? word.text : word.text.slice(0, slash));
  if (!address || (schema.family !== undefined && address.family !== schema.family)) {
    return invalid(word, `an ${schema.family ? `IPv${schema.family}` : 'IP'} address`, at);
  }
  if (!isOfOneFamily(address.family, word, at)) return nothing(1);
  const prefix =
    slash === -1 ? undefined : readPrefix(word.text.slice(slash + 1), address, word, at);
  return read({ ...address, prefix } satisfies Cidr, 1);
}

/** A bad prefix is reported, and the address taken without it; none behind the `/` is 0. */
function readPrefix(
  text: string,
  { family }: Address,
  word: Word,
  at: Reading,
): number | undefined {
  const longest = family === 4 ? 32 : 128;
  const prefix = text === '' ? 0 : parseInteger(text);
  if (prefix !== undefined && prefix >= 0 && prefix <= longest) return prefix;
  invalid(word, `an address with a prefix from 0 to ${longest}`, at);
  return undefined;
}

/** alloc_vsg_entry() in keepalived/check/check_data.c; inet_stor() in lib/utils.c */
export function readAddressRange(
  { availability }: AddressRangeSchema,
  word: Word,
  at: Reading,
): Read {
  const { text } = word;
  const first = parseAddress(withoutMask(text));
  if (!first) return invalid(word, 'an IP address or a range', at);
  const slash = text.indexOf('/');
  if (slash !== -1) {
    if (!isAvailable(availability, 'prefix', word, at)) return nothing(1);
    return readNetwork(first, text.slice(slash + 1), word, at);
  }
  const dash = text.indexOf('-');
  const last = dash === -1 ? undefined : lastOf(first, text.slice(dash + 1));
  if (dash !== -1 && last === undefined) {
    return invalid(word, 'a range whose end is behind its beginning', at);
  }
  if (typeof last === 'object' && !isAvailable(availability, 'end', word, at)) return nothing(1);
  return read({ first, last, prefix: undefined } satisfies AddressRange, 1);
}

function lastOf(first: Address, text: string): Address | number | undefined {
  const separator = first.family === 4 ? '.' : ':';
  if (text.includes(separator)) {
    const last = parseAddress(text);
    return last?.family === first.family && isNotBefore(first, last) ? last : undefined;
  }
  const parts = partsOf(first);
  const last = parseInteger(text, first.family === 4 ? undefined : 16);
  const own = parts.at(-1) ?? 0;
  return last !== undefined && last > own && last <= mostOf(first) ? last : undefined;
}

function mostOf({ family }: Address): number {
  return family === 4 ? 0xff : 0xffff;
}

/** The octets or groups. */
function partsOf({ family, key }: Address): readonly number[] {
  return key
    .split(family === 4 ? '.' : ':')
    .map((part) => Number.parseInt(part, family === 4 ? 10 : 16));
}

function isNotBefore(first: Address, last: Address): boolean {
  const own = partsOf(first);
  const index = partsOf(last).findIndex((part, place) => part !== own[place]);
  return index === -1 || (partsOf(last)[index] ?? 0) > (own[index] ?? 0);
}

function readNetwork(first: Address, text: string, word: Word, at: Reading): Read {
  const longest = first.family === 4 ? 32 : 128;
  const prefix = parseInteger(text);
  if (prefix === undefined || prefix < 1 || prefix > longest) {
    return invalid(word, `an address with a prefix from 1 to ${longest}`, at);
  }
  if (!isNetwork(first, prefix)) {
    return invalid(word, 'the first address of a network: no bits behind the prefix', at);
  }
  return read({ first, last: undefined, prefix } satisfies AddressRange, 1);
}

function isNetwork(address: Address, prefix: number): boolean {
  const width = address.family === 4 ? 8 : 16;
  return partsOf(address).every((part, index) => {
    const own = Math.min(Math.max(prefix - index * width, 0), width);
    return (part & ((1 << (width - own)) - 1)) === 0;
  });
}

/** An address, or a name that is resolved while the file is read (lib/utils.c, domain_stosockaddr()). */
export function readHost(word: Word): Read {
  return read(parseAddress(word.text) ?? word.text, 1);
}

/** vrrp_vmac_handler() in keepalived/vrrp/vrrp_parser.c */
export function readMac(word: Word, at: Reading): Read {
  const [, octets] =
    /^((?:[\da-f]{1,2}:){4}(?:[\da-f]{1,2})(?::[\da-f]{0,2}(?::[\da-f:]*)?)?)$/i.exec(word.text) ??
    [];
  if (octets === undefined) return invalid(word, 'a MAC address', at);
  const [first = 0, ...rest] = octets.split(':').map((octet) => Number.parseInt(octet, 16));
  if (first & 1) return invalid(word, 'a MAC address of one host', at);
  const isVirtual = [first, ...rest].slice(0, 4).join(':') === '0:0:94:0';
  if (isVirtual && (rest[3] === 1 || rest[3] === 2)) {
    return invalid(word, 'a MAC address other than those of VRRP itself', at);
  }
  return read(word.text, 1);
}
