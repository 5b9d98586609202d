import type { Duration, NumberRange, Weight } from '../../model/values.ts';
import type { DecimalSchema, IntegerSchema, NumbersSchema } from '../../schema/value.ts';
import type { JsonSchema } from '../schema.ts';
import { either, optional, plain, record, truth, type Form } from './form.ts';

interface Bounds {
  readonly min: number;
  readonly max: number;
}

export function wholeNumber({ min, max }: Bounds): Form<number> {
  return plain({ type: 'integer', minimum: min, maximum: max });
}

/** A whole number, or a name that stands for one. */
export function integer(schema: IntegerSchema): Form<never> {
  const { names, namedIn } = schema;
  const number = withUnit(wholeNumber(schema), schema);
  if (namedIn !== undefined) return either(number, nameIn(namedIn), isNumber);
  return names ? either(number, plain<string>({ enum: names }), isNumber) : number;
}

export function decimal(schema: DecimalSchema): Form<number> {
  const { min, max } = schema;
  return withUnit(plain({ type: 'number', minimum: min, maximum: max }), schema);
}

function withUnit(
  { schema, write }: Form<number>,
  { unit }: { readonly unit?: string },
): Form<number> {
  const described: JsonSchema = unit === undefined ? {} : { description: `Unit: ${unit}` };
  return { schema: { ...described, ...schema }, write };
}

/** A number, or a name of one, between others. */
export function numberOrName(schema: NumbersSchema): Form<never> {
  const number = wholeNumber(schema);
  const { namedIn } = schema;
  return namedIn === undefined ? number : either(number, nameIn(namedIn), isNumber);
}

function nameIn(file: string): Form<string> {
  return plain({ description: `A name of ${file}.`, type: 'string' });
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

export const duration = record<Duration>({
  value: plain({ type: 'number', minimum: 0 }),
  unit: plain({ description: "raw: the kernel's own unit.", enum: ['s', 'ms', 'raw'] }),
});

export function numberRange(bounds: Bounds): Form<NumberRange> {
  return record<NumberRange>({ from: wholeNumber(bounds), to: wholeNumber(bounds) });
}

export function weight(bounds: Bounds): Form<Weight> {
  return record<Weight>({ weight: wholeNumber(bounds), reverse: optional(truth) });
}
