/** A JSON Schema, or a part of one (draft 2020-12). */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** The schema of an object that has these properties and no others. */
export function objectSchema(
  required: Readonly<Record<string, JsonSchema>>,
  optional: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema {
  return {
    type: 'object',
    ...(Object.keys(required).length > 0 && { required: Object.keys(required) }),
    properties: { ...required, ...optional },
    additionalProperties: false,
  };
}

/** A schema that stands by itself; `definitions` are what it and they refer to (`reference`). */
export function schemaDocument(
  head: { readonly title: string; readonly description: string },
  schema: JsonSchema,
  definitions: Readonly<Record<string, JsonSchema>>,
): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...head,
    ...schema,
    $defs: definitions,
  };
}

/** Refers to a definition of the document. */
export function reference(definition: string): JsonSchema {
  return { $ref: `#/$defs/${definition}` };
}

/** An object as a definition says, of which more is known. */
export function refined(
  definition: string,
  properties: Readonly<Record<string, JsonSchema>>,
): JsonSchema {
  return { ...reference(definition), type: 'object', properties };
}
