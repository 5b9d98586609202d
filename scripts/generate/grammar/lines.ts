import type { LineType, ValueSchema } from '@kalint/parser';
import { lineSchemas } from '@kalint/parser';
import { repetition, type Expression } from '../ebnf/expression.ts';
import { innerEntries, topEntries, type Entry } from './entries.ts';
import { valueExpression } from './values.ts';

/** What a line of one free-form block is, or of several. */
export interface Line {
  readonly name: string;
  readonly type: LineType;
  readonly schema: ValueSchema;
  /** The first of the blocks, after which it is named. */
  readonly keyword: string;
}

/** Arguments, or any number of single values. */
export function lineExpression({ schema, keyword }: Line): Expression {
  const words = valueExpression(schema, [keyword]);
  return schema.type === 'arguments' ? words : repetition(words, 1);
}

/** The lines of all free-form blocks, each once. */
export function allLines(): readonly Line[] {
  return [...new Map(linesBelow(topEntries()).map((line) => [line.name, line])).values()];
}

function linesBelow(entries: readonly Entry[]): readonly Line[] {
  return entries.flatMap((entry) => {
    const { lines } = entry.schema;
    return lines === undefined ? linesBelow(innerEntries(entry)) : [lineOf(entry.keyword, lines)];
  });
}

const known = new Map<string, Line>();

/** What the lines of a block are. Blocks whose lines take the same options share one. */
export function lineOf(keyword: string, type: LineType): Line {
  const schema: ValueSchema = lineSchemas[type];
  const key = [type, ...optionsOnlyIn(keyword, schema)].join(' ');
  const line = known.get(key) ?? { name: `line.${keyword}`, type, schema, keyword };
  known.set(key, line);
  return line;
}

function optionsOnlyIn(keyword: string, schema: ValueSchema): readonly string[] {
  if (schema.type !== 'arguments') return [];
  return Object.entries(schema.options ?? {}).flatMap(([name, { only }]) =>
    only?.includes(keyword) ? [name] : [],
  );
}
