import { keyOf, type Entry } from './entry.ts';

/** Which finding something is, for a baseline. */
export type Identity = Omit<Entry, 'count'>;

/** What has become of the findings that a baseline knows. */
export interface Comparison<T> {
  /** Those that it does not know. Of findings that are alike it knows the first ones. */
  readonly unknown: readonly T[];
  /** How many it knows. */
  readonly known: number;
  /** What it knows, and what was looked for in vain. */
  readonly gone: readonly Entry[];
  /** What the baseline should know: all that was found, and what was not looked for. */
  readonly updated: readonly Entry[];
}

/**
 * Compares what was found with what is known.
 *
 * @param wasSought whether the run would have found what an entry knows: its file was checked, its rule ran
 */
export function compare<T>(
  findings: readonly T[],
  entries: readonly Entry[],
  identityOf: (finding: T) => Identity,
  wasSought: (entry: Entry) => boolean,
): Comparison<T> {
  const left = new Map<string, Entry>();
  for (const entry of entries) count(left, entry, entry.count);
  const found = new Map<string, Entry>();
  const unknown = findings.filter((finding) => {
    const identity = identityOf(finding);
    count(found, identity, 1);
    const entry = left.get(keyOf(identity));
    if (!entry) return true;
    count(left, entry, -1);
    return false;
  });
  const gone: Entry[] = [];
  for (const entry of left.values()) {
    if (wasSought(entry)) gone.push(entry);
    else count(found, entry, entry.count);
  }
  return {
    unknown,
    known: findings.length - unknown.length,
    gone: inOrder(gone),
    updated: inOrder([...found.values()]),
  };
}

/** Adds to a number of findings that are alike; where none are left there is no entry. */
function count(entries: Map<string, Entry>, identity: Identity, by: number): void {
  const { file, rule, fingerprint } = identity;
  const key = keyOf(identity);
  const sum = (entries.get(key)?.count ?? 0) + by;
  if (sum === 0) entries.delete(key);
  else entries.set(key, { file, rule, fingerprint, count: sum });
}

/** By file, then rule, then fingerprint: nothing depends on where in the files the findings are. */
function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

/** What divides the parts comes before all that they are made of. */
function orderOf({ file, rule, fingerprint }: Entry): string {
  return [file, rule, fingerprint].join('\0');
}
