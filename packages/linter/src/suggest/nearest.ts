/**
 * The candidates that a misspelt word most likely stands for: those that come nearest, if they come
 * near at all. Near is: the same but for upper and lower case; at most a third of the letters wrong;
 * or the word is the beginning or the end of the candidate up to a `_` (`status` for `status_code`).
 */
export function nearest(word: string, candidates: Iterable<string>): readonly string[] {
  const wanted = word.toLowerCase();
  let smallest = Math.max(1, Math.floor(wanted.length / 3));
  let found: string[] = [];
  for (const candidate of candidates) {
    // What is farther than the nearest so far need not be measured.
    const distance = distanceOf(wanted, candidate.toLowerCase(), smallest);
    if (distance < smallest) found = [];
    if (distance <= smallest) found.push(candidate);
    smallest = Math.min(smallest, distance);
  }
  return found;
}

/**
 * The same among names that people give: `web2` is no misspelt `web1`, but another thing, which is
 * missing.
 */
export function nearestName(name: string, candidates: Iterable<string>): readonly string[] {
  return nearest(name, candidates).filter(
    (candidate) => withoutDigits(candidate) !== withoutDigits(name),
  );
}

function withoutDigits(name: string): string {
  return name.replace(/\d+/g, '0');
}

function distanceOf(word: string, candidate: string, limit: number): number {
  return isPart(word, candidate) ? 1 : editDistance(word, candidate, limit);
}

/** Whether a word of at least four letters is the beginning or the end of a candidate, up to a `_`. */
function isPart(word: string, candidate: string): boolean {
  const more = candidate.length - word.length;
  if (word.length < 4 || more < 1) return false;
  return (
    (candidate[word.length] === '_' && candidate.startsWith(word)) ||
    (candidate[more - 1] === '_' && candidate.endsWith(word))
  );
}

/** The rows of the table that is being made; they are used again, for words are compared by the million. */
let beforeLast: number[] = [];
let last: number[] = [];
let row: number[] = [];

/**
 * Letters inserted, removed, replaced, or swapped with their neighbour; of a distance beyond `limit` it
 * is only said that it is beyond.
 */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit || lettersApart(a, b) > limit) return limit + 1;
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    // Farther from the diagonal than the limit everything is beyond it.
    const first = Math.max(1, i - limit);
    const end = Math.min(b.length, i + limit);
    row[first - 1] = first === 1 ? i : limit + 1;
    let smallest = row[first - 1] ?? i;
    const letter = a.charCodeAt(i - 1);
    for (let j = first; j <= end; j++) {
      const replaced = (last[j - 1] ?? 0) + (letter === b.charCodeAt(j - 1) ? 0 : 1);
      let best = Math.min(replaced, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && isSwapped(a, i, b, j)) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row[j] = best;
      if (best < smallest) smallest = best;
    }
    row[end + 1] = limit + 1;
    // What follows is at least as far.
    if (smallest > limit) return limit + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

function isSwapped(a: string, i: number, b: string, j: number): boolean {
  return a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
}

/** How many letters of one of two words do not occur in the other: so many changes are needed at least. */
function lettersApart(a: string, b: string): number {
  const [ofA, ofB] = [lettersOf(a), lettersOf(b)];
  return Math.max(countOf(ofB & ~ofA), countOf(ofA & ~ofB));
}

function countOf(letters: number): number {
  let count = 0;
  for (let left = letters; left !== 0; left &= left - 1) count++;
  return count;
}

/** A bit for each letter, several letters of other scripts sharing one. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}
