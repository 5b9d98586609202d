import type { Location } from '../../text/source-file.ts';
import { rangeOf } from '../place.ts';
import { objectSchema, reference, type JsonSchema } from '../schema.ts';
import { list, type Form, type Json } from './form.ts';

/** Something that is written somewhere, perhaps not directly. */
export interface Placed extends Location {
  readonly via?: readonly Location[];
}

/** Where something is written: what a statement or a word of the model is in JSON. */
export const place: Form<Placed> = {
  schema: reference('place'),
  write: ({ source, span, via = [] }) => ({
    ...writeLocation({ source, span }),
    ...(via.length > 0 && { via: via.map(writeLocation) }),
  }),
};

export const places: Form<readonly Placed[]> = list(place);

function writeLocation({ source, span }: Location): { readonly [name: string]: Json } {
  const { start, end } = rangeOf(source, span);
  return { file: source.path, range: { start: { ...start }, end: { ...end } } };
}

/** The definitions to which the schema of a place refers. */
export const placeDefinitions: Readonly<Record<'place' | 'location', JsonSchema>> = {
  place: {
    description:
      'Where it is written. What a definition, a sequence or an include led to came `via` these places, the outermost last.',
    ...objectSchema(
      { file: { type: 'string' }, range: reference('range') },
      { via: { type: 'array', minItems: 1, items: reference('location') } },
    ),
  },
  location: objectSchema({ file: { type: 'string' }, range: reference('range') }),
};
