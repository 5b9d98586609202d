import {
  isReadBy,
  keywordIn,
  language,
  placementsOf,
  type BlockPath,
  type Keywords,
  type KeywordSchema,
  type Placement,
  type Release,
} from '@kalint/parser';

const known = new Map<string, readonly string[]>();

/** The keywords that a release reads in a block. */
export function keywordsOf(block: BlockPath, release: Release): readonly string[] {
  const place = [release, ...block].join(' ');
  const words = known.get(place) ?? wordsReadBy(tableOf(block), release);
  known.set(place, words);
  return words;
}

/** The entry of a keyword in a block. */
export function schemaIn(block: BlockPath, word: string): KeywordSchema | undefined {
  return keywordIn(tableOf(block), word);
}

/** Whether a command stands behind a keyword, in one of its places at least. */
export function takesCommand(word: string): boolean {
  return placementsOf(word).some(isForCommand);
}

function isForCommand({ schema: { value } }: Placement): boolean {
  return value.type === 'script';
}

const all = new Map<Release, ReadonlySet<string>>();

/** Every keyword that a release reads anywhere. */
export function allKeywords(release: Release): ReadonlySet<string> {
  const words = all.get(release) ?? collectKeywords(release);
  all.set(release, words);
  return words;
}

function collectKeywords(release: Release): ReadonlySet<string> {
  const words = new Set<string>();
  const collect = (keywords: Keywords): void => {
    for (const word of wordsReadBy(keywords, release)) {
      words.add(word);
      const inner = keywordIn(keywords, word)?.keywords;
      if (inner) collect(inner);
    }
  };
  collect(language);
  return words;
}

/** The blocks in which a release reads a keyword, without repeats. */
export function homesOf(word: string, release: Release): readonly BlockPath[] {
  const homes = new Map<string, BlockPath>();
  for (const { block, schema } of placementsOf(word)) {
    if (isReadBy(schema, release)) homes.set(block.at(-1) ?? '', block);
  }
  return [...homes.values()];
}

/** How a block is called in a sentence. */
function blockName(block: BlockPath): string {
  const keyword = block.at(-1);
  return keyword === undefined ? 'the top level' : `\`${keyword}\``;
}

/** Where something stands that does not stand in a block; blocks of one name are told apart by those around them. */
export function placeApartFrom(block: BlockPath, homes: readonly BlockPath[]): string {
  const isNamesake = (home: BlockPath): boolean => home.length > 0 && home.at(-1) === block.at(-1);
  const namesakes = homes.filter(isNamesake);
  if (namesakes.length === 0) return placeName(...homes);
  const names = namesakes.map((home) => `${blockName(home)} of ${blockName(home.slice(0, -1))}`);
  return `in ${listed(names)}`;
}

/** Where something stands, in a sentence: one or more blocks. */
export function placeName(...blocks: readonly BlockPath[]): string {
  const inner = blocks.filter((block) => block.length > 0).map(blockName);
  const places = inner.length > 0 ? [`in ${listed(inner)}`] : [];
  if (inner.length < blocks.length) places.unshift('at the top level');
  return places.join(' or ');
}

/** `a`, `a or b`, `a, b or c`; many are cut short. */
export function listed(names: readonly string[], most = 4): string {
  const shown = names.length > most ? [...names.slice(0, most - 1), 'others'] : names;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} or ${last}`;
}

function tableOf(block: BlockPath): Keywords {
  let keywords: Keywords = language;
  for (const word of block) keywords = keywordIn(keywords, word)?.keywords ?? {};
  return keywords;
}

function wordsReadBy(keywords: Keywords, release: Release): readonly string[] {
  return Object.entries(keywords).flatMap(([word, schema]) =>
    isReadBy(schema, release) ? [word] : [],
  );
}
