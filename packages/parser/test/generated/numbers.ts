import fc from 'fast-check';
import { compareReleases, type Release } from '../../src/index.ts';
import type {
  DecimalSchema,
  DurationSchema,
  IntegerSchema,
  NumbersSchema,
} from '../../src/schema/value.ts';
import { matching } from './matching.ts';

/** A whole number in a range, its ends more often than what lies between. */
export function wholeNumber(min: number, max: number): fc.Arbitrary<string> {
  // Beyond this, not every number can be told from its neighbours.
  const limit = Math.min(max, Number.MAX_SAFE_INTEGER);
  const near = { min, max: Math.min(limit, min + 99) };
  return fc
    .oneof(fc.constantFrom(min, limit), fc.integer(near), fc.maxSafeNat().map(into(min, limit)))
    .map(String);
}

function into(min: number, max: number): (number: number) => number {
  return (number) => min + (number % (max - min + 1));
}

/** What a release takes: earlier ones had other limits, and not all like 0. */
export function rangeFor<S extends IntegerSchema | DecimalSchema>(schema: S, release: Release): S {
  const { earlier = [], zero, min } = schema;
  const other = earlier.find(({ until }) => compareReleases(release, until) < 0);
  const isZeroTaken = !zero || compareReleases(release, zero.since) < 0;
  return { ...schema, ...other, min: min === 0 && !isZeroTaken ? zero.instead : min };
}

/** A decimal number in a range, with as many decimals as keepalived reads, or fewer. */
export function decimalNumber({ min, max, places }: DecimalSchema): fc.Arbitrary<string> {
  const smallest = fc.constant(min.toFixed(places));
  const whole = wholeNumber(Math.ceil(Math.max(1, min)), Math.min(Math.floor(max) - 1, 1e9));
  if (places === 0) return fc.oneof(smallest, whole);
  const decimals = matching(new RegExp(`^[0-9]{1,${places}}$`));
  const both = fc.tuple(whole, decimals).map(([integer, fraction]) => `${integer}.${fraction}`);
  return fc.oneof(smallest, whole, both);
}

/** A time with its unit, or in the units of the kernel. */
export function duration(
  { min, max, perMillisecond, boundsSince }: DurationSchema,
  release: Release,
): fc.Arbitrary<string> {
  const shortest = compareReleases(release, boundsSince) < 0 ? 1 : min;
  return fc.oneof(
    wholeNumber(shortest * perMillisecond, max * perMillisecond),
    wholeNumber(shortest, max).map((time) => `${time}ms`),
    wholeNumber(1, max / 1000).map((time) => `${time}s`),
  );
}

/** Several numbers with something between them, the smaller ones first. */
export function joinedNumbers(schema: NumbersSchema): fc.Arbitrary<string> {
  const { min, max, least, most, separator, base } = schema;
  const bounds = { min: Math.max(min, 1), max: Math.min(max, 0x7fffffff) };
  return fc.array(fc.integer(bounds), { minLength: least, maxLength: most }).map((numbers) =>
    numbers
      .sort((a, b) => a - b)
      .map((number) => number.toString(base === 16 ? 16 : 10))
      .join(separator),
  );
}

export function numberOrRange(min: number, max: number): fc.Arbitrary<string> {
  const number = fc.integer({ min, max });
  const range = fc.tuple(number, number).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
  return fc.oneof(number.map(String), range);
}
