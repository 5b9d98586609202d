import { configurationKeywords } from './configuration.ts';
import type { Keywords, KeywordSchema } from './keyword.ts';
import { compareReleases, type Release } from './releases.ts';

/** What keepalived reads: the keywords of the top level, and below them all others. */
export const language: typeof configurationKeywords = configurationKeywords;

/** A block that takes a keyword, by the keywords that lead to it; the top level is `[]`. */
export type BlockPath = readonly string[];

/** The entry of a keyword in a block, or undefined; safe for any word, `constructor` included. */
export function keywordIn(block: Keywords, word: string): KeywordSchema | undefined {
  return Object.hasOwn(block, word) ? block[word] : undefined;
}

/** Whether a release reads the keyword. */
export function isReadBy(keyword: KeywordSchema, release: Release): boolean {
  if (compareReleases(release, keyword.since) < 0) return false;
  return !keyword.removed || compareReleases(release, keyword.removed) < 0;
}

/** A block in which a keyword stands, and what it is there. */
export interface Placement {
  readonly block: BlockPath;
  readonly schema: KeywordSchema;
}

let placements: ReadonlyMap<string, readonly Placement[]> | undefined;

/** Every place in the language where a keyword stands. */
export function placementsOf(word: string): readonly Placement[] {
  placements ??= collectPlacements();
  return placements.get(word) ?? [];
}

function collectPlacements(): ReadonlyMap<string, readonly Placement[]> {
  const found = new Map<string, Placement[]>();
  const collect = (keywords: Keywords, block: BlockPath): void => {
    for (const [word, schema] of Object.entries(keywords)) {
      const known = found.get(word);
      if (known) known.push({ block, schema });
      else found.set(word, [{ block, schema }]);
      if (schema.keywords) collect(schema.keywords, [...block, word]);
    }
  };
  collect(language, []);
  return found;
}
