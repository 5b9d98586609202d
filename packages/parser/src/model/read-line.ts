import type { LineType } from '../schema/keyword.ts';
import type { Word } from '../syntax/tree.ts';
import { parseAddress } from './address.ts';
import { context, parseInteger, readInteger, withoutMask, type Reading } from './read-value.ts';
import type { AddressLine, TrackedItem, UnicastPeer } from './values.ts';

/** An entry of a free-form block and the word that names it. */
export interface ReadEntry {
  readonly value: unknown;
  readonly word: Word;
}

/** Reads one line of a free-form block; a line whose first word is wrong gives no entry. */
export function readLine(
  type: LineType,
  words: readonly [Word, ...Word[]],
  at: Reading,
): readonly ReadEntry[] {
  const [word] = words;
  switch (type) {
    case 'words':
      return words.map((each) => ({ value: each.text, word: each }));
    case 'address':
      return one(word, readAddressLine(words, at));
    case 'tracked-interface':
    case 'tracked-script':
    case 'tracked-bfd':
      return one(word, readTrackedItem(words, 253, at));
    case 'tracked-file':
    case 'tracked-process':
      return one(word, readTrackedItem(words, 254, at));
    case 'unicast-peer':
      return one(word, readUnicastPeer(words, at));
    case 'route':
    case 'rule':
    case 'virtual-server-group-entry':
    case 'linkbeat-interface':
    case 'interface-delay':
      return one(word, words);
  }
}

function one(word: Word, value: unknown): readonly ReadEntry[] {
  return value === undefined ? [] : [{ value, word }];
}

/** alloc_ipaddress() in keepalived/vrrp/vrrp_ipaddress.c */
function readAddressLine(words: readonly [Word, ...Word[]], at: Reading): AddressLine | undefined {
  const [first, ...rest] = words;
  const slash = first.text.indexOf('/');
  const host = slash === -1 ? first.text : first.text.slice(0, slash);
  const address = parseAddress(host);
  if (!address) {
    report(at, first, 'an IP address');
    return undefined;
  }
  if (!readAddressOptions(rest, at)) return undefined;
  const device = rest.findIndex((word) => word.text === 'dev');
  return {
    address,
    prefix:
      slash === -1 ? undefined : readPrefix(first.text.slice(slash + 1), address.family, first, at),
    device: device === -1 ? undefined : rest[device + 1]?.text,
    options: rest.map((word) => word.text),
  };
}

const addressOptionsWithValue: ReadonlyMap<string, string> = new Map([
  ['dev', '<INTERFACE>'],
  ['scope', '<SCOPE>'],
  ['broadcast', '<IPADDR>'],
  ['brd', '<IPADDR>'],
  ['label', '<LABEL>'],
  ['peer', '<IPADDR>'],
  ['preferred_lft', '<INTEGER>|forever'],
  ['track_group', '<GROUP>'],
]);

const addressFlags = [
  'home',
  '-nodad',
  'mngtmpaddr',
  'noprefixroute',
  'autojoin',
  'no_track',
  'use_vmac',
];

/** Whether the options behind an address leave it valid: one without its value makes it void. */
function readAddressOptions(options: readonly Word[], at: Reading): boolean {
  const unknown: Word[] = [];
  for (let index = 0; index < options.length; index++) {
    const option = options[index];
    if (!option) continue;
    const expected = addressOptionsWithValue.get(option.text);
    if (expected !== undefined) {
      if (options[++index]) continue;
      at.report({
        kind: 'missing-value',
        expected: `${option.text} ${expected}`,
        after: option,
        ...context(at),
      });
      return false;
    }
    if (!addressFlags.includes(option.text)) unknown.push(option);
  }
  reportExtra(at, unknown);
  return true;
}

function readPrefix(text: string, family: 4 | 6, word: Word, at: Reading): number | undefined {
  const longest = family === 4 ? 32 : 128;
  const prefix = parseInteger(text);
  if (prefix !== undefined && prefix >= 0 && prefix <= longest) return prefix;
  report(at, word, `an address with a prefix from 0 to ${longest}`);
  return undefined;
}

/** `NAME [weight NUMBER] [reverse|noreverse]`; keepalived/vrrp/vrrp_track.c */
function readTrackedItem(
  words: readonly [Word, ...Word[]],
  limit: number,
  at: Reading,
): TrackedItem | undefined {
  const [name, ...options] = words;
  let weight: number | undefined;
  let reverse: boolean | undefined;
  for (let index = 0; index < options.length; index++) {
    const option = options[index];
    if (!option) continue;
    if (option.text === 'weight') {
      const number = options[++index];
      if (!number) {
        at.report({
          kind: 'missing-value',
          expected: 'weight <INTEGER>',
          after: option,
          ...context(at),
        });
        return undefined;
      }
      const { value } = readInteger({ min: -limit, max: limit }, number, at);
      if (typeof value === 'number') weight = value;
    } else if (option.text === 'reverse' || option.text === 'noreverse') {
      reverse = option.text === 'reverse';
    } else {
      at.report({
        kind: 'not-one-of',
        word: option,
        values: ['weight', 'reverse', 'noreverse'],
        ...context(at),
      });
      return undefined;
    }
  }
  return { name: name.text, weight, reverse };
}

/** `ADDRESS [min_ttl NUMBER] [max_ttl NUMBER]`; keepalived/vrrp/vrrp_data.c */
function readUnicastPeer(words: readonly [Word, ...Word[]], at: Reading): UnicastPeer | undefined {
  const [first, ...options] = words;
  const address = parseAddress(withoutMask(first.text));
  if (!address) {
    report(at, first, 'an IP address');
    return undefined;
  }
  reportExtra(at, options.slice(endOfPeerOptions(options)));
  const ttl = (name: string): number | undefined => {
    const index = options.findIndex((word) => word.text === name);
    const number = index === -1 ? undefined : options[index + 1];
    const value = number && readInteger({ min: 0, max: 255 }, number, at).value;
    return typeof value === 'number' ? value : undefined;
  };
  return { address, minTtl: ttl('min_ttl'), maxTtl: ttl('max_ttl') };
}

/** Options come in pairs; the first name that is unknown ends them. */
function endOfPeerOptions(options: readonly Word[]): number {
  let end = 0;
  while (options[end]?.text === 'min_ttl' || options[end]?.text === 'max_ttl') end += 2;
  return end;
}

function reportExtra(at: Reading, [first, ...more]: readonly Word[]): void {
  if (!first) return;
  at.report({
    kind: 'extra-words',
    words: [first, ...more],
    value: at.schema.value,
    ...context(at),
  });
}

function report(at: Reading, word: Word, expected: string): void {
  at.report({
    kind: 'invalid-value',
    word,
    expected,
    ...context(at),
  });
}
