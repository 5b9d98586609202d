import type { Keywords, KeywordSchema } from '../../schema/keyword.ts';
import { language } from '../../schema/language.ts';
import { lineSchemas } from '../../schema/lines.ts';
import { releases } from '../../schema/releases.ts';
import { rangeDefinitions } from '../place.ts';
import { objectSchema, reference, refined, schemaDocument, type JsonSchema } from '../schema.ts';
import { place, placeDefinitions, places } from './place-form.ts';
import { formOf, valueDefinitions } from './value-forms.ts';

/** The JSON Schema of the JSON form of the typed model: the keyword table, for other programs. */
export function modelSchema(): JsonSchema {
  const node = objectSchema({ name: { type: 'string' }, config: reference('config') });
  return schemaDocument(
    {
      title: 'Typed model of a keepalived.conf',
      description:
        'What `kalint ast --model` prints: what keepalived reads. Under `version: 1` nothing is renamed, removed or given another meaning; properties may be added.',
    },
    objectSchema({
      format: { const: 'kalint-model' },
      version: { const: 1 },
      keepalived: { description: 'The release that reads it.', enum: releases },
      nodes: {
        description: 'One for each id that the `@id` lines of the file name; else one.',
        type: 'array',
        items: node,
      },
    }),
    {
      config: objectSchema({}, schemasOf(language)),
      ...lineDefinitions(),
      ...memberDefinitions,
      ...valueDefinitions,
      ...placeDefinitions,
      ...rangeDefinitions,
    },
  );
}

function schemasOf(keywords: Keywords): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    Object.entries(keywords).map(([keyword, schema]) => [keyword, schemaOfKeyword(schema)]),
  );
}

function schemaOfKeyword(schema: KeywordSchema): JsonSchema {
  const { summary, repeat } = schema;
  const occurrence = schemaOfOccurrence(schema);
  if (repeat !== 'each') return { description: summary, ...occurrence };
  return { description: summary, type: 'array', minItems: 1, items: occurrence };
}

function schemaOfOccurrence({ value, keywords, lines }: KeywordSchema): JsonSchema {
  const { schema } = formOf(value);
  if (lines) {
    const entries = { type: 'array', items: reference(`${lines}-line`) };
    return refined('listing', { header: schema, entries });
  }
  if (!keywords) return refined('setting', { value: schema });
  return objectSchema(
    { statements: places.schema },
    { header: schema, masked, ...schemasOf(keywords) },
  );
}

function lineDefinitions(): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    Object.entries(lineSchemas).map(([name, line]) => [
      `${name}-line`,
      refined('entry', { value: formOf(line).schema }),
    ]),
  );
}

const masked = { const: true };

/** A keyword that stands alone has no value; a secret one is masked. */
const memberDefinitions: Readonly<Record<'setting' | 'listing' | 'entry', JsonSchema>> = {
  setting: {
    description: 'A keyword and its value, which `words` hold.',
    ...objectSchema({ statement: place.schema, words: places.schema }, { value: {}, masked }),
  },
  listing: {
    description: 'A free-form block.',
    ...objectSchema({ statements: places.schema, entries: {} }, { header: {}, masked }),
  },
  entry: {
    description: 'A line of a free-form block; `word` names it.',
    ...objectSchema({ statement: place.schema, word: place.schema }, { value: {}, masked }),
  },
};
