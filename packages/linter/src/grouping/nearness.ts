import { compareTexts } from '../text-order.ts';

/*
 * Where a file lies says whom it belongs to: `site1/lb1.conf` is nearer to `site1/lb2.conf` than to
 * `site2/lb1.conf`, and in a folder of hundreds `web-lb1.conf` is nearer to `web-lb2.conf` than to others.
 */

/** A path in words: its folders, and what people put between blanks, dots, dashes, digits of a name. */
export type PathWords = readonly string[];

/** More words than that are one. */
const mostWords = 64;

/** The words of a path. */
export function wordsOf(path: string): PathWords {
  const words = path.match(/\p{N}+|[^\p{N}\s/\\._+-]+/gu) ?? [];
  return words.length <= mostWords
    ? words
    : [...words.slice(0, mostWords - 1), words.slice(mostWords - 1).join(' ')];
}

/** Puts paths into an order in which those that are near each other are together. */
export function compareNearness(a: PathWords, b: PathWords): number {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const order = compareTexts(a[at] ?? '', b[at] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/**
 * Puts together what is near before what is far: things that lie together are handed to `gather`, with what it
 * has made of those that lie nearer to each other.
 *
 * @param things at least one, in the order of `compareNearness`
 * @param gather makes fewer of some that lie equally near to each other; of what it returns more may be made
 */
export function gatherByNearness<T, Made>(
  things: readonly T[],
  wordsFor: (thing: T) => PathWords,
  start: (thing: T) => Made,
  gather: (made: readonly Made[]) => readonly Made[],
  depth = 0,
): readonly Made[] {
  const [first, ...more] = things;
  if (!first) return [];
  if (more.length === 0) return [start(first)];
  const last = things.at(-1) ?? first;
  const from = commonWords(wordsFor(first), wordsFor(last), depth);
  const parts = partsOf(things, (thing) => wordsFor(thing)[from]);
  return gather(
    parts.flatMap(([word, part]) =>
      word === undefined
        ? part.map(start)
        : gatherByNearness(part, wordsFor, start, gather, from + 1),
    ),
  );
}

function commonWords(a: PathWords, b: PathWords, from: number): number {
  let at = from;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

/** Things that follow each other and have the same word. */
function partsOf<T>(
  things: readonly T[],
  wordOf: (thing: T) => string | undefined,
): readonly (readonly [word: string | undefined, part: readonly T[]])[] {
  const parts = new Map<string | undefined, T[]>();
  for (const thing of things) {
    const word = wordOf(thing);
    const part = parts.get(word);
    if (part) part.push(thing);
    else parts.set(word, [thing]);
  }
  return [...parts];
}

/** In one folder; or called the same, in folders that lie side by side. */
export function areSideBySide(a: string, b: string): boolean {
  const [folderOfA, nameOfA] = split(a);
  const [folderOfB, nameOfB] = split(b);
  if (folderOfA === folderOfB) return true;
  return nameOfA === nameOfB && split(folderOfA)[0] === split(folderOfB)[0];
}

/** The folder of a path, and its last part. */
function split(path: string): readonly [folder: string, name: string] {
  const [, folder = '', name = ''] = /^(?:(.*)[/\\])?([^/\\]*)$/s.exec(path) ?? [];
  return [folder, name];
}
