import {
  language,
  lineSchemas,
  newestRelease,
  releases,
  type Keywords,
  type KeywordSchema,
} from '@kalint/parser';
import type { Artefact } from './artefact.ts';

/** The keyword table, one record for each keyword in each block; and what free-form blocks hold. */
export const keywordsJson: Artefact = {
  path: 'grammar/keywords.json',
  text: () =>
    JSON.stringify({
      version: 1,
      keepalived: newestRelease,
      releases,
      keywords: [...recordsOf(language, [])],
      lines: lineSchemas,
    }),
};

function* recordsOf(keywords: Keywords, block: readonly string[]): Generator<object> {
  for (const [keyword, schema] of Object.entries(keywords)) {
    yield { keyword, block, ...factsOf(schema) };
    if (schema.keywords) yield* recordsOf(schema.keywords, [...block, keyword]);
  }
}

/** All of the table but the keywords inside, which are records of their own. */
function factsOf({ keywords, ...facts }: KeywordSchema): object {
  return { ...facts, isBlock: keywords !== undefined || facts.lines !== undefined };
}
