import { objectSchema, reference, type JsonSchema } from './schema.ts';

/*
 * What a JSON value must look like: a check for values that come from outside, and the schema that says
 * the same to other programs.
 */

/** What is wrong with a JSON value. */
export interface JsonProblem {
  /** Where it is, as a JSON pointer (RFC 6901); empty for the value as a whole. */
  readonly pointer: string;
  readonly message: string;
}

/** While a value is checked. */
interface Checking {
  readonly report: (problem: JsonProblem) => void;
  /** How many values around it are of a shape that may stand within itself. */
  readonly depth: number;
}

export interface Shape<T> {
  readonly schema: JsonSchema;
  /** Whether a value fits; what does not is reported, at least the first of it. */
  readonly fits: (value: unknown, pointer: string, checking: Checking) => value is T;
}

export function described<T>(description: string, { schema, fits }: Shape<T>): Shape<T> {
  return { schema: { description, ...schema }, fits };
}

/** One value, or one of several. */
export function oneOf<T extends string | number | boolean>(...values: readonly T[]): Shape<T> {
  const expected = values.map((value) => JSON.stringify(value)).join(' or ');
  return {
    schema: values.length === 1 ? { const: values[0] } : { enum: values },
    fits: (value, pointer, { report }): value is T =>
      values.some((each) => each === value) || misfit(expected, pointer, report),
  };
}

/** A string that matches a pattern; `expected` says in words what it asks for. */
export function stringLike(pattern: RegExp, expected: string): Shape<string> {
  return {
    schema: { type: 'string', pattern: pattern.source },
    fits: (value, pointer, { report }): value is string =>
      typeof value === 'string' && pattern.test(value) ? true : misfit(expected, pointer, report),
  };
}

export const anyString: Shape<string> = {
  schema: { type: 'string' },
  fits: (value, pointer, { report }): value is string =>
    typeof value === 'string' || misfit('a string', pointer, report),
};

export function wholeNumber(minimum: number): Shape<number> {
  return {
    schema: { type: 'integer', minimum },
    fits: (value, pointer, { report }): value is number =>
      (typeof value === 'number' && Number.isInteger(value) && value >= minimum) ||
      misfit(`a whole number from ${minimum}`, pointer, report),
  };
}

export function list<T>(shape: Shape<T>): Shape<readonly T[]> {
  return {
    schema: { type: 'array', items: shape.schema },
    fits: (value, pointer, checking): value is readonly T[] =>
      Array.isArray(value)
        ? value.every((each, index) => shape.fits(each, `${pointer}/${index}`, checking))
        : misfit('a list', pointer, checking.report),
  };
}

type OptionalKey<T> = {
  [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? K : never;
}[keyof T];
type Required<T> = { readonly [K in Exclude<keyof T, OptionalKey<T>>]: Shape<T[K]> };
type Optional<T> = { readonly [K in OptionalKey<T>]-?: Shape<NonNullable<T[K]>> };

/** An object with these properties and no others. */
export function record<T extends object>(required: Required<T>, optional: Optional<T>): Shape<T> {
  const needed = Object.entries<Shape<unknown>>(required);
  const further = Object.entries<Shape<unknown>>(optional);
  const known = new Map([...needed, ...further]);
  return {
    schema: objectSchema(schemasOf(needed), schemasOf(further)),
    fits: (value, pointer, checking): value is T => {
      const { report } = checking;
      if (!isObject(value)) return misfit('an object', pointer, report);
      for (const [name] of needed) {
        if (Object.hasOwn(value, name)) continue;
        report({ pointer, message: `it has no ${JSON.stringify(name)}` });
        return false;
      }
      return Object.entries(value).every(([name, each]) => {
        const shape = known.get(name);
        if (shape) return shape.fits(each, `${pointer}/${name}`, checking);
        report({ pointer, message: `it has an unknown property ${excerpt(name)}` });
        return false;
      });
    },
  };
}

type NamedShapes = readonly (readonly [name: string, shape: Shape<unknown>])[];

function schemasOf(shapes: NamedShapes): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(shapes.map(([name, { schema }]) => [name, schema]));
}

/** One of several objects, which their `kind` tells apart. */
export function choice<T extends { readonly kind: string }>(
  shapes: Readonly<Record<T['kind'], Shape<T>>>,
): Shape<T> {
  const known: ReadonlyMap<unknown, Shape<T>> = new Map(Object.entries<Shape<T>>(shapes));
  const expected = [...known.keys()].join(', ');
  return {
    schema: { oneOf: [...new Set(known.values())].map(({ schema }) => schema) },
    fits: (value, pointer, checking): value is T => {
      if (!isObject(value)) return misfit('an object', pointer, checking.report);
      const kind = Object.hasOwn(value, 'kind') ? value['kind'] : undefined;
      const shape = known.get(kind);
      if (shape) return shape.fits(value, pointer, checking);
      return misfit(`one of ${expected}`, `${pointer}/kind`, checking.report);
    },
  };
}

/** Either of two; what a value is meant to be shows in its JavaScript type. */
export function either<A, B>(
  type: 'string' | 'boolean',
  ofType: Shape<A>,
  other: Shape<B>,
): Shape<A | B> {
  return {
    schema: { oneOf: [ofType.schema, other.schema] },
    fits: (value, pointer, checking): value is A | B =>
      (typeof value === type ? ofType : other).fits(value, pointer, checking),
  };
}

/** A shape that has a definition of its own in the schema. */
export function defined<T>(definition: string, shape: () => Shape<T>): Shape<T> {
  return {
    schema: reference(definition),
    fits: (value, pointer, checking): value is T => shape().fits(value, pointer, checking),
  };
}

/** The same for a shape that may stand within itself, up to a depth; `of` names the levels. */
export function nested<T>(
  definition: string,
  shape: () => Shape<T>,
  limit: { readonly depth: number; readonly of: string },
): Shape<T> {
  return {
    schema: reference(definition),
    fits: (value, pointer, { report, depth }): value is T => {
      if (depth <= limit.depth) return shape().fits(value, pointer, { report, depth: depth + 1 });
      report({ pointer, message: `it is nested in more than ${limit.depth} ${limit.of}` });
      return false;
    },
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Without the value: it may be a secret. */
function misfit(expected: string, pointer: string, report: Checking['report']): false {
  report({ pointer, message: `it should be ${expected}` });
  return false;
}

const longestExcerpt = 40;

function excerpt(name: string): string {
  return JSON.stringify(name.length > longestExcerpt ? `${name.slice(0, longestExcerpt)}…` : name);
}
