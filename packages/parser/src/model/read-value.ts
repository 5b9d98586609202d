import type {
  DecimalSchema,
  EnumSchema,
  IntegerSchema,
  KeywordSchema,
  ValueSchema,
} from '../schema/keyword.ts';
import type { BlockPath } from '../schema/language.ts';
import type { Statement, Word } from '../syntax/tree.ts';
import { byteLength } from '../text/byte-length.ts';
import { parseAddress } from './address.ts';
import type { BindingProblem } from './problems.ts';
import type {
  Endpoint,
  Forwarding,
  NumberRange,
  Script,
  User,
  VirtualServerKey,
  Weight,
} from './values.ts';

/** Where a value is read, and where problems go. */
export interface Reading {
  readonly statement: Statement;
  readonly schema: KeywordSchema;
  readonly block: BlockPath;
  readonly report: (problem: BindingProblem) => void;
}

/** What the words gave: a value unless they are wrong, and how many of them belong to it. */
export interface Read {
  readonly value: unknown;
  readonly ok: boolean;
  readonly used: number;
}

const nothing = (used: number): Read => ({ value: undefined, ok: false, used });
const read = (value: unknown, used: number): Read => ({ value, ok: true, used });

const booleans: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['on', true],
  ['yes', true],
  ['false', false],
  ['off', false],
  ['no', false],
]);

/** Reads the words behind a keyword as its schema says. */
export function readValue(value: ValueSchema, words: readonly Word[], at: Reading): Read {
  const [first] = words;
  if (!first) return readBare(value, at);
  switch (value.type) {
    case 'flag':
      return read(true, 0);
    case 'boolean':
      return readBoolean(first, at);
    case 'integer':
      return readInteger(value, first, at);
    case 'decimal':
      return readDecimal(value, first, at);
    case 'enum':
      return readEnum(value, first, at);
    case 'string': {
      if (!value.asCommand) return readText(first, value.maxLength, at);
      const { command, used } = readCommand(words);
      return read(command, used);
    }
    case 'interface':
      return readText(first, interfaceNameLength, at);
    case 'address':
      return readAddress(value, first, at);
    case 'script':
      return readScript(value.runAs === true, words);
    case 'user':
      return read(userOf(words), Math.min(words.length, 2));
    case 'weight':
      return readWeight(value, words, at);
    case 'integers':
      return readIntegers(value, words, at);
    case 'endpoint':
      return readEndpoint(words, at);
    case 'virtual-server':
      return readVirtualServer(words, at);
    case 'forwarding':
      return readForwarding(first, words, at);
    case 'words':
      return readWords(value.values, words, at);
  }
}

/** IFNAMSIZ without the final NUL. */
const interfaceNameLength = 15;

function readBare(value: ValueSchema, at: Reading): Read {
  if (value.type === 'flag' || value.type === 'boolean') return read(true, 0);
  if (value.type === 'integer' && value.bare !== undefined) return read(value.bare, 0);
  if ('optional' in value && value.optional) return read(undefined, 0);
  at.report({ kind: 'missing-value', expected: notationOf(value), ...context(at) });
  return nothing(0);
}

/** What a keyword expects, in the notation of the manual page. */
export function notationOf(value: ValueSchema): string {
  switch (value.type) {
    case 'flag':
      return '';
    case 'boolean':
      return '[true|on|yes|false|off|no]';
    case 'integer':
      return '<INTEGER>';
    case 'decimal':
      return '<DECIMAL>';
    case 'enum':
      return value.values.join('|');
    case 'string':
    case 'words':
      return value.syntax;
    case 'interface':
      return '<INTERFACE>';
    case 'address':
      return '<IPADDR>';
    case 'script':
      return '<SCRIPT>';
    case 'user':
      return '<USER> [<GROUP>]';
    case 'weight':
      return '<INTEGER> [reverse]';
    case 'integers':
      return '<INTEGER>[-<INTEGER>] ...';
    case 'endpoint':
      return '<IPADDR> [<PORT>]';
    case 'virtual-server':
      return '<IPADDR> [<PORT>] | fwmark <INTEGER> | group <NAME>';
    case 'forwarding':
      return 'NAT|DR|TUN';
  }
}

/** The part of a problem that says where it stands. */
export function context({
  statement,
  schema,
  block,
}: Reading): Pick<Reading, 'statement' | 'schema' | 'block'> {
  return { statement, schema, block };
}

/**
 * check_true_false() in lib/parser.c takes six words. A word that is none of them is reported and
 * the line ignored.
 */
function readBoolean(word: Word, at: Reading): Read {
  const value = booleans.get(word.text);
  if (value !== undefined) return read(value, 1);
  at.report({ kind: 'not-one-of', word, values: [...booleans.keys()], ...context(at) });
  return nothing(1);
}

/** strtol(3) in base 10 over the whole word; blanks before the digits pass (lib/parser.c). */
export function parseInteger(text: string): number | undefined {
  return /^[ \t]*[+-]?\d+$/.test(text) ? Number(text) : undefined;
}

export function readInteger(schema: Omit<IntegerSchema, 'type'>, word: Word, at: Reading): Read {
  const value = parseInteger(word.text);
  if (value === undefined) {
    at.report({ kind: 'invalid-value', word, expected: 'a whole number', ...context(at) });
    return nothing(1);
  }
  return inRange(value, schema.min, schema.max, schema.unit, word, at);
}

function readDecimal(schema: DecimalSchema, word: Word, at: Reading): Read {
  const match = /^[ \t]*\+?\d*(?:\.(\d*))?$/.exec(word.text);
  if (!match || !/\d/.test(word.text)) {
    const negative = /^[ \t]*-\d+(\.\d*)?$/.test(word.text);
    if (negative) return inRange(Number(word.text), schema.min, schema.max, schema.unit, word, at);
    at.report({ kind: 'invalid-value', word, expected: 'a number', ...context(at) });
    return nothing(1);
  }
  const decimals = match[1]?.length ?? 0;
  if (decimals > schema.places) {
    at.report({ kind: 'too-many-decimals', word, places: schema.places, ...context(at) });
  }
  return inRange(Number(word.text), schema.min, schema.max, schema.unit, word, at);
}

function inRange(
  value: number,
  min: number,
  max: number,
  unit: string | undefined,
  word: Word,
  at: Reading,
): Read {
  if (value >= min && value <= max) return read(value, 1);
  at.report({ kind: 'out-of-range', word, min, max, unit, ...context(at) });
  return nothing(1);
}

function readEnum(schema: EnumSchema, word: Word, at: Reading): Read {
  const wanted = schema.ignoreCase ? word.text.toUpperCase() : word.text;
  const found = schema.values.find(
    (value) => (schema.ignoreCase ? value.toUpperCase() : value) === wanted,
  );
  if (found !== undefined) return read(found, 1);
  at.report({ kind: 'not-one-of', word, values: schema.values, ...context(at) });
  return nothing(1);
}

function readText(word: Word, maxLength: number | undefined, at: Reading): Read {
  if (maxLength !== undefined && byteLength(word.text) > maxLength) {
    at.report({ kind: 'too-long', word, max: maxLength, ...context(at) });
  }
  return read(word.text, 1);
}

/** A mask or a range behind an address is ignored without a word (lib/utils.c, inet_stosockaddr()). */
export function withoutMask(text: string): string {
  return text.replace(/[-/].*$/, '');
}

function readAddress(
  schema: Extract<ValueSchema, { type: 'address' }>,
  word: Word,
  at: Reading,
): Read {
  const address = parseAddress(withoutMask(word.text));
  const wrong =
    !address ||
    (schema.family !== undefined && address.family !== schema.family) ||
    (schema.multicast === true && !address.multicast);
  if (!wrong) return read(address, 1);
  const family = schema.family ? `IPv${schema.family}` : 'IP';
  const expected = `an ${family} ${schema.multicast ? 'multicast ' : ''}address`;
  at.report({ kind: 'invalid-value', word, expected, ...context(at) });
  return nothing(1);
}

function readScript(runAs: boolean, words: readonly Word[]): Read {
  const { command, used } = readCommand(words);
  const behind = runAs ? words.slice(used, used + 2) : [];
  const user = behind.length > 0 ? userOf(behind) : undefined;
  const script: Script = { command, user: user?.user, group: user?.group };
  return read(script, used + behind.length);
}

/**
 * Only the first word of a script line is the command. Here, unlike elsewhere, single quotes count
 * too, and quoted and unquoted parts that touch are one word (lib/parser.c,
 * alloc_strvec_quoted_escaped_common()).
 */
function readCommand(words: readonly Word[]): { readonly command: string; readonly used: number } {
  let command = '';
  let used = 0;
  let isQuoted = false;
  for (const word of words) {
    if (used > 0 && !word.joined) {
      if (!isQuoted) break;
      command += ' ';
    }
    used++;
    if (word.quoted) {
      command += isQuoted ? `"${word.text}"` : word.text;
      continue;
    }
    for (const [piece] of word.text.matchAll(/\\?[^]/g)) {
      if (piece === "'") isQuoted = !isQuoted;
      else command += piece;
    }
  }
  return { command, used };
}

function userOf(words: readonly Word[]): User {
  return { user: words[0]?.text ?? '', group: words[1]?.text.replace(/^:/, '') };
}

function readWeight(
  schema: { readonly min: number; readonly max: number },
  words: readonly Word[],
  at: Reading,
): Read {
  const [number, direction] = words;
  if (!number) return nothing(0);
  const { value, ok } = readInteger(schema, number, at);
  const isDirection = direction?.text === 'reverse' || direction?.text === 'noreverse';
  if (ok && direction && !isDirection) {
    at.report({ kind: 'not-one-of', word: direction, values: ['reverse'], ...context(at) });
  }
  if (!ok || typeof value !== 'number') return nothing(words.length);
  const weight: Weight = { weight: value, reverse: direction?.text === 'reverse' };
  return read(weight, Math.min(words.length, 2));
}

function readIntegers(
  schema: { readonly min: number; readonly max: number },
  words: readonly Word[],
  at: Reading,
): Read {
  const ranges: NumberRange[] = [];
  for (const word of words) {
    const match = /^(\d+)(?:-(\d+))?$/.exec(word.text);
    if (!match) {
      at.report({ kind: 'invalid-value', word, expected: 'a number or a range', ...context(at) });
      continue;
    }
    const from = Number(match[1]);
    const to = match[2] === undefined ? from : Number(match[2]);
    if (from < schema.min || to > schema.max || to < from) {
      const { min, max } = schema;
      at.report({ kind: 'out-of-range', word, min, max, unit: undefined, ...context(at) });
      continue;
    }
    ranges.push({ from, to });
  }
  return read(ranges, words.length);
}

/** domain_stosockaddr() takes an address and a port 1 to 65535; 0 stands for none. */
function readEndpoint(words: readonly Word[], at: Reading): Read {
  const [first, second] = words;
  if (!first) return nothing(0);
  const address = parseAddress(withoutMask(first.text));
  if (!address) {
    at.report({ kind: 'invalid-value', word: first, expected: 'an IP address', ...context(at) });
    return nothing(Math.min(words.length, 2));
  }
  const endpoint: Endpoint = { address, port: second && readPort(second, at) };
  return read(endpoint, Math.min(words.length, 2));
}

function readPort(word: Word, at: Reading): number | undefined {
  const { value } = readInteger({ min: 0, max: 65535 }, word, at);
  return typeof value === 'number' && value > 0 ? value : undefined;
}

function readVirtualServer(words: readonly Word[], at: Reading): Read {
  const [first, second] = words;
  if (first?.text === 'fwmark' || first?.text === 'group') {
    if (!second) {
      const expected = first.text === 'group' ? 'group <NAME>' : 'fwmark <INTEGER>';
      at.report({ kind: 'missing-value', expected, after: first, ...context(at) });
      return nothing(1);
    }
    if (first.text === 'group') {
      return read({ kind: 'group', name: second.text } satisfies VirtualServerKey, 2);
    }
    const { value } = readInteger({ min: 0, max: 4294967295 }, second, at);
    if (typeof value !== 'number') return nothing(2);
    return read({ kind: 'fwmark', mark: value } satisfies VirtualServerKey, 2);
  }
  const { value, ok, used } = readEndpoint(words, at);
  return ok && isEndpoint(value) ? read({ kind: 'address', ...value }, used) : nothing(used);
}

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'address' in value;
}

const forwardingMethods = ['NAT', 'DR', 'TUN'] as const;

function readForwarding(first: Word, words: readonly Word[], at: Reading): Read {
  const method = forwardingMethods.find((name) => name === first.text);
  if (!method) {
    at.report({ kind: 'not-one-of', word: first, values: forwardingMethods, ...context(at) });
    return nothing(words.length);
  }
  if (method !== 'TUN') return read({ method, options: [] } satisfies Forwarding, 1);
  const options = words.slice(1).map((word) => word.text);
  return read({ method, options } satisfies Forwarding, words.length);
}

function readWords(
  values: readonly string[] | undefined,
  words: readonly Word[],
  at: Reading,
): Read {
  for (const word of words) {
    if (values && !values.includes(word.text)) {
      at.report({ kind: 'not-one-of', word, values, ...context(at) });
    }
  }
  return read(words, words.length);
}
