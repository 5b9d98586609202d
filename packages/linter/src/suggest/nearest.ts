/**
 * The candidates that a misspelt word most likely stands for: those that come nearest, if they come
 * near at all. Near is: the same but for upper and lower case; at most a third of the letters wrong;
 * or the word is the beginning or the end of the candidate up to a `_` (`status` for `status_code`).
 */
export function nearest(word: string, candidates: Iterable<string>): readonly string[] {
  const wanted = word.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let smallest = limit;
  let found: string[] = [];
  for (const candidate of candidates) {
    const distance = distanceOf(wanted, candidate.toLowerCase(), limit);
    if (distance < smallest) found = [];
    if (distance <= smallest) found.push(candidate);
    smallest = Math.min(smallest, distance);
  }
  return found;
}

function distanceOf(word: string, candidate: string, limit: number): number {
  if (word.length >= 4) {
    if (candidate.startsWith(`${word}_`) || candidate.endsWith(`_${word}`)) return 1;
  }
  if (Math.abs(word.length - candidate.length) > limit) return limit + 1;
  return editDistance(word, candidate);
}

/** Letters inserted, removed, replaced, or swapped with their neighbour. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(replaced, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
