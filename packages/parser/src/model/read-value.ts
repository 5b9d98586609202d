import type { ValueSchema } from '../schema/value.ts';
import type { Word } from '../syntax/tree.ts';
import { notationOf, notationOfOption } from './notation.ts';
import { readAddress, readAddressRange, readCidr, readHost, readMac } from './read-address.ts';
import { readArguments } from './read-arguments.ts';
import { readDecimal, readInteger } from './read-number.ts';
import { readDuration, readIntegers, readNumbers, readUmask, readWeight } from './read-numbers.ts';
import {
  readBoolean,
  readEnum,
  readHex,
  readHmacKey,
  readInterface,
  readList,
  readScript,
  readString,
  readUser,
} from './read-text.ts';
import { context, nothing, read, wordsOf, type Read, type Reading } from './reading.ts';

/**
 * Reads the words behind a keyword, or behind an option, as the schema says.
 *
 * @param from the index of the first of them
 */
export function readValue(
  value: ValueSchema,
  words: readonly Word[],
  from: number,
  at: Reading,
): Read {
  const first = words[from];
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
    case 'duration':
      return readDuration(value, first, at);
    case 'numbers':
      return readNumbers(value, first, at);
    case 'integers':
      return readIntegers(value, wordsOf(words, from), at);
    case 'enum':
      return readEnum(value, first, at);
    case 'string':
      return readString(value, wordsOf(words, from), at);
    case 'hex':
      return readHex(value, wordsOf(words, from), at);
    case 'interface':
      return readInterface(value, first, at);
    case 'address':
      return readAddress(value, first, at);
    case 'cidr':
      return readCidr(value, first, at);
    case 'address-range':
      return readAddressRange(value, first, at);
    case 'host':
      return readHost(first);
    case 'mac':
      return readMac(first, at);
    case 'script':
      return readScript(value.runAs === true, wordsOf(words, from));
    case 'user':
      return readUser(wordsOf(words, from));
    case 'weight':
      return readWeight(value, wordsOf(words, from), at);
    case 'umask':
      return readUmask(value, wordsOf(words, from), at);
    case 'hmac-key':
      return readHmacKey(value, first, at);
    case 'list':
      return readList(value, wordsOf(words, from), at, readValue);
    case 'arguments':
      return readArguments(value, words, from, at, readValue);
  }
}

function readBare(value: ValueSchema, at: Reading): Read {
  if (value.type === 'flag' || value.type === 'boolean') return read(true, 0);
  if (value.type === 'integer' && value.bare !== undefined) return read(value.bare, 0);
  if ('optional' in value && value.optional) return read(undefined, 0);
  const { argument, schema } = at;
  const { option } = argument ?? {};
  const own = value.type === 'arguments' ? value.missing : undefined;
  at.report({
    kind: 'missing-value',
    expected: option ? notationOfOption(option.text, { value }) : notationOf(value),
    onMissing: (argument ? (own ?? argument.missing) : schema.missing) ?? 'exits',
    ...(option ? { after: option } : {}),
    ...context(at),
  });
  return nothing(0);
}
