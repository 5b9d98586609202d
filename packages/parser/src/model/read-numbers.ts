import { compareReleases } from '../schema/releases.ts';
import type {
  DurationSchema,
  IntegersSchema,
  NumbersSchema,
  UmaskSchema,
  WeightSchema,
} from '../schema/value.ts';
import type { Word } from '../syntax/tree.ts';
import { isAvailable } from './availability.ts';
import { parseInteger, readInteger } from './read-number.ts';
import { context, invalid, nothing, read, type Read, type Reading } from './reading.ts';
import type { Duration, NumberRange, Weight } from './values.ts';

/** get_time_rtt() in keepalived/vrrp/vrrp_ip_rule_route_parser.c */
export function readDuration(schema: DurationSchema, word: Word, at: Reading): Read {
  const { min, max, perMillisecond, boundsSince } = schema;
  const [, number, suffix] =
    /^[ \t]*(\d+(?:\.\d*)?|\.\d+)(s|ms|secs?|msecs?)?$/i.exec(word.text) ?? [];
  if (number === undefined) return invalid(word, 'a time, such as 300ms or 0.5s', at);
  const unit = suffix === undefined ? 'raw' : /^m/i.test(suffix) ? 'ms' : 's';
  const places = unit === 's' ? 3 : 0;
  if ((number.split('.')[1]?.length ?? 0) > places) {
    at.report({ kind: 'too-many-decimals', word, places, ...context(at) });
  }
  const value = Number(number);
  // What keepalived reads at all is compared with the number as it is written.
  const readable = (max * perMillisecond) / (unit === 's' ? 1000 : 1);
  const inMilliseconds = unit === 's' ? 1000 : unit === 'ms' ? 1 : 1 / perMillisecond;
  const hasBounds = compareReleases(at.release, boundsSince) >= 0;
  const shortest = hasBounds ? min / inMilliseconds : 0;
  const longest = hasBounds ? max / inMilliseconds : readable;
  const isLost = value > readable;
  if (isLost || value < shortest || value > longest) {
    const range = { min: shortest, max: longest };
    const instead = isLost ? {} : { instead: value < shortest ? shortest : longest };
    const unitName = unit === 'raw' ? rawUnit(perMillisecond) : unit;
    at.report({ kind: 'out-of-range', word, ...range, unit: unitName, ...instead, ...context(at) });
    if (isLost) return nothing(1);
  }
  return read({ value, unit } satisfies Duration, 1);
}

/** What a number without a unit counts. */
function rawUnit(perMillisecond: number): string {
  return perMillisecond === 1 ? 'ms' : `1/${perMillisecond} ms`;
}

export function readNumbers(schema: NumbersSchema, word: Word, at: Reading): Read {
  const { separator, least, most, min, max, base, namedIn } = schema;
  const parts = word.text.split(separator);
  const values = parts.map((part) =>
    part === '' ? NaN : (parseInteger(part, base) ?? (namedIn === undefined ? NaN : part)),
  );
  if (values.includes(NaN) || parts.length < least || parts.length > most) {
    return invalid(word, numbersExpected(schema), at);
  }
  if (values.some((value) => typeof value === 'number' && (value < min || value > max))) {
    at.report({ kind: 'out-of-range', word, min, max, unit: undefined, ...context(at) });
    return nothing(1);
  }
  return read(values, 1);
}

function numbersExpected({ separator, least, most }: NumbersSchema): string {
  if (least !== most) return `numbers with \`${separator}\` between them, at most ${most}`;
  return `${least} numbers with \`${separator}\` between them`;
}

export function readIntegers(schema: IntegersSchema, words: readonly Word[], at: Reading): Read {
  const ranges: NumberRange[] = [];
  for (const word of words) {
    const match = /^(\d+)(?:-(\d+))?$/.exec(word.text);
    if (!match) {
      invalid(word, 'a number or a range', at);
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

export function readWeight(schema: WeightSchema, words: readonly Word[], at: Reading): Read {
  const [number, direction] = words;
  if (!number) return nothing(0);
  const { value, ok } = readInteger(schema, number, at);
  const { directions, directionsSince } = schema;
  const isDirection = directions.some((each) => each === direction?.text);
  if (ok && direction && !isDirection) {
    at.report({ kind: 'not-one-of', word: direction, values: directions, ...context(at) });
  }
  if (direction && isDirection && compareReleases(at.release, directionsSince) < 0) {
    const availability = { since: directionsSince };
    at.report({ kind: 'unavailable-value', word: direction, availability, ...context(at) });
  }
  if (!ok || typeof value !== 'number') return nothing(words.length);
  const reverse = isDirection ? direction?.text === 'reverse' : undefined;
  return read({ weight: value, reverse } satisfies Weight, Math.min(words.length, 2));
}

/** umask_handler() in keepalived/core/global_parser.c */
export function readUmask(schema: UmaskSchema, words: readonly Word[], at: Reading): Read {
  const [first] = words;
  if (!first) return nothing(0);
  if (/^\d/.test(first.text)) {
    return readInteger({ min: 0, max: 0o777, base: 'any' }, first, at);
  }
  let mask = 0;
  let needsBit = true;
  for (const word of words) {
    for (const piece of word.text.match(/\||[^|]+/g) ?? []) {
      const bit = Object.hasOwn(schema.bits, piece) ? schema.bits[piece] : undefined;
      if ((piece === '|') === needsBit || (needsBit && bit === undefined)) {
        at.report({
          kind: 'not-one-of',
          word,
          values: Object.keys(schema.bits),
          ...context(at),
        });
        return nothing(words.length);
      }
      if (bit !== undefined && !isAvailable(schema.availability, piece, word, at)) {
        return nothing(words.length);
      }
      mask |= bit ?? 0;
      needsBit = !needsBit;
    }
  }
  return needsBit
    ? invalid(words.at(-1) ?? first, 'a bit behind each `|`', at)
    : read(mask, words.length);
}
