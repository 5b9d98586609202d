import { positionAt, type SourceFile } from '../text/source-file.ts';
import type { Span } from '../text/span.ts';
import { objectSchema, reference, type JsonSchema } from './schema.ts';

/** A position, counted in UTF-16 code units. */
export interface PositionJson {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** From the beginning of the file, from 0. */
  readonly offset: number;
}

/** From `start` up to, and without, `end`. */
export interface RangeJson {
  readonly start: PositionJson;
  readonly end: PositionJson;
}

/** The range that a span covers in its file. */
export function rangeOf(source: SourceFile, { start, end }: Span): RangeJson {
  return { start: position(source, start), end: position(source, end) };
}

function position(source: SourceFile, offset: number): PositionJson {
  return { ...positionAt(source, offset), offset };
}

/** The definitions to which a schema with ranges refers. */
export const rangeDefinitions: Readonly<Record<'range' | 'position', JsonSchema>> = {
  range: {
    description: 'From start up to, and without, end.',
    ...objectSchema({ start: reference('position'), end: reference('position') }),
  },
  position: {
    description: 'Counted in UTF-16 code units. Bytes that are not UTF-8 count as one each.',
    ...objectSchema({
      line: { description: 'From 1.', type: 'integer', minimum: 1 },
      column: { description: 'From 1.', type: 'integer', minimum: 1 },
      offset: { description: 'From the beginning of the file.', type: 'integer', minimum: 0 },
    }),
  },
};
