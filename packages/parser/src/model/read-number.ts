import { compareReleases } from '../schema/releases.ts';
import type { DecimalSchema, EarlierNumber, IntegerSchema } from '../schema/value.ts';
import type { Word } from '../syntax/tree.ts';
import { context, invalid, nothing, read, type Read, type Reading } from './reading.ts';

/** strtol(3) over the whole word; blanks before the digits pass (lib/parser.c). */
export function parseInteger(text: string, base?: 'any' | 16): number | undefined {
  // strtol(3) makes 0 of no digits at all, and reads to the end of that.
  if (text === '') return 0;
  if (base === undefined) return /^[ \t]*[+-]?\d+$/.test(text) ? Number(text) : undefined;
  if (base === 16) return /^[\da-f]+$/i.test(text) ? Number.parseInt(text, 16) : undefined;
  const [, sign, hex, octal, decimal] =
    /^[ \t]*([+-]?)(?:0x([\da-f]+)|0([0-7]*)|([1-9]\d*))$/i.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const value =
    hex !== undefined
      ? Number.parseInt(hex, 16)
      : decimal !== undefined
        ? Number(decimal)
        : Number.parseInt(`0${octal ?? ''}`, 8);
  return sign === '-' ? -value : value;
}

export function readInteger(schema: Omit<IntegerSchema, 'type'>, word: Word, at: Reading): Read {
  const name = knownName(schema, word.text);
  if (name !== undefined) return read(name, 1);
  const value = parseInteger(word.text, schema.base);
  if (value !== undefined) {
    return inSchema(schema.wraps ? value % 2 ** 32 : value, schema, word, at);
  }
  // Whether there is such a name only the host knows, but a mark is none.
  if (schema.namedIn !== undefined && /\w/.test(word.text)) return read(word.text, 1);
  const names = schema.names?.map((each) => `\`${each}\``) ?? [];
  return invalid(word, ['a whole number', ...names].join(' or '), at);
}

function knownName(
  { names, ignoreCase }: Pick<IntegerSchema, 'names' | 'ignoreCase'>,
  text: string,
): string | undefined {
  const wanted = ignoreCase ? text.toUpperCase() : text;
  return names?.find((name) => (ignoreCase ? name.toUpperCase() : name) === wanted);
}

/** read_decimal_unsigned_func() in lib/parser.c */
export function readDecimal(schema: DecimalSchema, word: Word, at: Reading): Read {
  const places = earlierOf(schema, at)?.places ?? schema.places;
  if (places === 0) return readInteger(schema, word, at);
  // Nearly always.
  if (/^\d+$/.test(word.text)) return inSchema(Number(word.text), schema, word, at);
  const [, digits = '', decimals = ''] =
    /^[ \t]*(-?\+?\d*)(?:\.(\d*))?$/.exec(word.text === '' ? '0' : word.text) ?? [];
  if (digits + decimals === '' || digits === '-') return invalid(word, 'a number', at);
  if (decimals.length > places) {
    at.report({ kind: 'too-many-decimals', word, places, ...context(at) });
  }
  return inSchema(Number(word.text), schema, word, at);
}

type NumberSchema = Omit<IntegerSchema, 'type'> | DecimalSchema;

function earlierOf({ earlier }: NumberSchema, { release }: Reading): EarlierNumber | undefined {
  return earlier?.find(({ until }) => compareReleases(release, until) < 0);
}

function inSchema(value: number, schema: NumberSchema, word: Word, at: Reading): Read {
  const { min, zero, unit } = schema;
  const max = earlierOf(schema, at)?.max ?? schema.max;
  if (value !== 0 || !zero || compareReleases(at.release, zero.since) < 0) {
    return inRange(value, min, max, unit, word, at);
  }
  const { instead } = zero;
  at.report({ kind: 'out-of-range', word, min: instead, max, unit, instead, ...context(at) });
  return read(instead, 1);
}

/** Reports a number that is out of its range. */
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
