import { objectSchema, type JsonSchema } from '../schema.ts';

/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** How the values of a type look in JSON, and the schema that says so. */
export interface Form<T> {
  readonly schema: JsonSchema;
  readonly write: (value: T) => Json;
}

/** The form of values that are JSON already. */
export function plain<T extends Json>(schema: JsonSchema): Form<T> {
  return { schema, write: (value) => value };
}

export const text: Form<string> = plain({ type: 'string' });
export const truth: Form<boolean> = plain({ type: 'boolean' });

export function list<T>({ schema, write }: Form<T>): Form<readonly T[]> {
  return {
    schema: { type: 'array', items: schema },
    write: (values) => values.map((value) => write(value)),
  };
}

/** Either of two; `isFirst` tells which. */
export function either<A, B>(
  first: Form<A>,
  second: Form<B>,
  isFirst: (value: A | B) => value is A,
): Form<A | B> {
  return {
    schema: { anyOf: [first.schema, second.schema] },
    write: (value) => (isFirst(value) ? first.write(value) : second.write(value)),
  };
}

/** A property that is left out when it is undefined. */
interface OptionalForm<T> {
  readonly optional: Form<T>;
}

export function optional<T>(form: Form<T>): OptionalForm<T> {
  return { optional: form };
}

type Field<T> = undefined extends T ? OptionalForm<Exclude<T, undefined>> : Form<T>;

/** An object with these properties. */
export function record<T extends object>(fields: {
  readonly [K in keyof T]-?: Field<T[K]>;
}): Form<T> {
  const all = Object.entries<OptionalForm<never> | Form<never>>(fields);
  const required: Record<string, JsonSchema> = {};
  const further: Record<string, JsonSchema> = {};
  for (const [name, field] of all) {
    if ('optional' in field) further[name] = field.optional.schema;
    else required[name] = field.schema;
  }
  return {
    schema: objectSchema(required, further),
    write: (value) => {
      const values = new Map<string, unknown>(Object.entries(value));
      const written: Record<string, Json> = {};
      for (const [name, field] of all) {
        const { write } = 'optional' in field ? field.optional : field;
        const own = values.get(name);
        // The fields are those of the type of `value`.
        if (own !== undefined) written[name] = write(own as never);
      }
      return written;
    },
  };
}
