import { compareReleases } from '../schema/releases.ts';
import type {
  EnumSchema,
  HexSchema,
  HmacKeySchema,
  InterfaceSchema,
  ListSchema,
  StringSchema,
} from '../schema/value.ts';
import type { Word } from '../syntax/tree.ts';
import { byteLength } from '../text/byte-length.ts';
import { isAvailable } from './availability.ts';
import {
  context,
  invalid,
  nothing,
  read,
  type Read,
  type Reading,
  type ReadValue,
} from './reading.ts';
import type { HmacKey, Script, User } from './values.ts';

const booleans: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['on', true],
  ['yes', true],
  ['false', false],
  ['off', false],
  ['no', false],
]);

/**
 * check_true_false() in lib/parser.c takes six words. A word that is none of them is reported and
 * the line ignored.
 */
export function readBoolean(word: Word, at: Reading): Read {
  const value = booleans.get(word.text);
  if (value !== undefined) return read(value, 1);
  at.report({ kind: 'not-one-of', word, values: [...booleans.keys()], ...context(at) });
  return nothing(1);
}

export function readEnum(schema: EnumSchema, word: Word, at: Reading): Read {
  const wanted = schema.ignoreCase ? word.text.toUpperCase() : word.text;
  const found = schema.values.find(
    (value) => (schema.ignoreCase ? value.toUpperCase() : value) === wanted,
  );
  if (found === undefined) {
    at.report({ kind: 'not-one-of', word, values: schema.values, ...context(at) });
    return nothing(1);
  }
  return isAvailable(schema.availability, found, word, at) ? read(found, 1) : nothing(1);
}

export function readString(schema: StringSchema, words: readonly Word[], at: Reading): Read {
  const [first] = words;
  if (!first) return nothing(0);
  if (!schema.asCommand) return readText(first, schema.maxLength, at);
  const { command, used } = readCommand(words);
  return read(command, used);
}

function readText(word: Word, maxLength: number | undefined, at: Reading): Read {
  if (maxLength !== undefined && byteLength(word.text) > maxLength) {
    at.report({ kind: 'too-long', word, max: maxLength, ...context(at) });
  }
  return read(word.text, 1);
}

/** IFNAMSIZ without the final NUL. */
const interfaceNameLength = 15;

export function readInterface({ created }: InterfaceSchema, word: Word, at: Reading): Read {
  if (created && /^\.{0,2}$|[/:\s]/.test(word.text)) {
    return invalid(word, 'a name for an interface', at);
  }
  return readText(word, interfaceNameLength, at);
}

/** read_hex_str() in lib/parser.c; digest_handler() in keepalived/check/check_http.c */
export function readHex(schema: HexSchema, words: readonly Word[], at: Reading): Read {
  const { octets, spaced, wildcard, endsInFfSince } = schema;
  const own = spaced ? words : words.slice(0, 1);
  const digits = wildcard ? /^[\da-fx]*$/i : /^[\da-f]*$/i;
  const text = own.map((word) => word.text).join(' ');
  const wrong = own.find((word) => !digits.test(word.text.replace(/[ \t]/g, '')));
  const [first] = own;
  if (!first) return nothing(0);
  if (wrong || text.trim() === '') {
    invalid(wrong ?? first, 'hexadecimal digits', at);
    return nothing(own.length);
  }
  if (octets !== undefined && text.length !== 2 * octets) {
    return invalid(first, `${2 * octets} hexadecimal digits`, at);
  }
  const isOld = endsInFfSince && compareReleases(at.release, endsInFfSince) < 0;
  if (isOld && octetsOf(text).at(-1)?.toLowerCase() === 'ff') {
    invalid(own.at(-1) ?? first, `octets of which the last is not ff before ${endsInFfSince}`, at);
    return nothing(own.length);
  }
  return read(text, own.length);
}

/** vrrp_auth_hmac_decode_key() in keepalived/vrrp/vrrp_parser.c */
export function readHmacKey(schema: HmacKeySchema, word: Word, at: Reading): Read {
  const [, prefix] = /^(hex|file):/.exec(word.text) ?? [];
  const form: HmacKey['form'] = prefix === 'hex' || prefix === 'file' ? prefix : 'text';
  const text = form === 'text' ? word.text : word.text.slice(form.length + 1);
  if (form === 'file') return read({ form, text } satisfies HmacKey, 1);
  const isHex = form !== 'hex' || /^[\da-f \t]*$/i.test(text);
  const bytes = form === 'hex' ? octetsOf(text).length : byteLength(text);
  if (!isHex || bytes < schema.minBytes || bytes > schema.maxBytes) {
    return invalid(word, `a key of ${schema.minBytes} to ${schema.maxBytes} bytes`, at);
  }
  return read({ form, text } satisfies HmacKey, 1);
}

/** A digit that stands alone is an octet too. */
function octetsOf(text: string): readonly string[] {
  return text.match(/[\da-fx]{1,2}/gi) ?? [];
}

export function readList(
  schema: ListSchema,
  words: readonly Word[],
  at: Reading,
  readValue: ReadValue,
): Read {
  const values: unknown[] = [];
  for (const word of words) {
    const { value, ok } = readValue(schema.of, [word], 0, at);
    if (ok) values.push(value);
  }
  return read(values, words.length);
}

export function readScript(runAs: boolean, words: readonly Word[]): Read {
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
    if (!word.text.includes("'")) {
      command += word.text;
      continue;
    }
    for (const [piece] of word.text.matchAll(/\\?[^]/g)) {
      if (piece === "'") isQuoted = !isQuoted;
      else command += piece;
    }
  }
  return { command, used };
}

export function readUser(words: readonly Word[]): Read {
  return read(userOf(words), Math.min(words.length, 2));
}

function userOf(words: readonly Word[]): User {
  return { user: words[0]?.text ?? '', group: words[1]?.text.replace(/^:/, '') };
}
