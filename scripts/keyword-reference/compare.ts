import { isDeepStrictEqual } from 'node:util';
import { keywordIn, language, type Keywords, type KeywordSchema } from '@kalint/parser';
import { argued } from './argued.ts';
import { facts } from './facts.ts';
import { readKeywordRecords, readRemovedKeywords, type KeywordRecord } from './reference.ts';

/** A fact that the reference and the keyword table see differently. */
export interface Difference {
  readonly path: string;
  readonly fact: string;
  readonly reference: unknown;
  readonly table: unknown;
  /** Why the table is right; undefined when nobody has said so. */
  readonly reason: string | undefined;
}

export interface Comparison {
  /** How many keywords the reference has, and how many of them are the same or argued. */
  readonly keywords: number;
  readonly agreeing: number;
  readonly differences: readonly Difference[];
  /** Arguments about what does not differ: they should go. */
  readonly idle: readonly string[];
}

/** Compares every keyword of the reference, and every one that was removed, with the table. */
export function compareWithReference(): Comparison {
  const records = readKeywordRecords();
  const byPath = new Map(records.map((record) => [record.path, record]));
  const differences = [
    ...records.flatMap((record) => differencesOf(record, byPath)),
    ...readRemovedKeywords().flatMap(({ path, removedIn }) =>
      compare(path, 'removed', removedIn.slice(1), schemasAt(path)?.at(-1)?.removed),
    ),
  ];
  const open = new Set(differences.filter(({ reason }) => !reason).map(({ path }) => path));
  const seen = new Set(differences.map(({ path, fact }) => `${path}: ${fact}`));
  return {
    keywords: records.length,
    agreeing: records.filter(({ path }) => !open.has(path)).length,
    differences,
    idle: [...argued.keys()].filter((key) => !seen.has(key)),
  };
}

function differencesOf(
  record: KeywordRecord,
  byPath: ReadonlyMap<string, KeywordRecord>,
): readonly Difference[] {
  const schemas = schemasAt(record.path);
  const schema = schemas?.at(-1);
  if (!schemas || !schema) return compare(record.path, 'known', true, false);
  const blocks = blocksAround(record.path).flatMap((path) => byPath.get(path) ?? []);
  return facts.flatMap(({ name, reference, table }) => {
    const expected = reference(record, blocks);
    if (expected === undefined) return [];
    return compare(record.path, name, expected, table(schema, schemas.slice(0, -1)));
  });
}

function compare(
  path: string,
  fact: string,
  reference: unknown,
  table: unknown,
): readonly Difference[] {
  if (isDeepStrictEqual(reference, table)) return [];
  return [{ path, fact, reference, table, reason: argued.get(`${path}: ${fact}`) }];
}

/** The schemas of the blocks of a path and, last, of its keyword; undefined when one is unknown. */
function schemasAt(path: string): readonly KeywordSchema[] | undefined {
  const schemas: KeywordSchema[] = [];
  let keywords: Keywords | undefined = language;
  for (const keyword of path.split(' > ')) {
    const schema: KeywordSchema | undefined = keywords && keywordIn(keywords, keyword);
    if (!schema) return undefined;
    schemas.push(schema);
    keywords = schema.keywords;
  }
  return schemas;
}

/** `a > b > c` stands in `a` and in `a > b`. */
function blocksAround(path: string): readonly string[] {
  const keywords = path.split(' > ');
  return keywords.slice(1).map((_, index) => keywords.slice(0, index + 1).join(' > '));
}
