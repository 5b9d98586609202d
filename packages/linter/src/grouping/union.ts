/** Things that were joined, directly or by others. */
export interface Union<T> {
  /** Makes one set of those that some things are in; tells whether they were not in one already. */
  readonly joinAll: (things: readonly T[]) => boolean;
  /** The same for all things of a set, whatever the order in which they were joined. */
  readonly setOf: (thing: T) => T;
  /** How many are in the set of a thing, itself among them. */
  readonly sizeOf: (thing: T) => number;
}

/** Nothing is joined at first. */
export function createUnion<T>(): Union<T> {
  const parents = new Map<T, T>();
  const sizes = new Map<T, number>();
  const setOf = (thing: T): T => {
    let root = thing;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    // The next one who asks is there at once.
    for (let at = thing; at !== root;) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  const sizeOf = (thing: T): number => sizes.get(setOf(thing)) ?? 1;
  const join = (a: T, b: T): boolean => {
    const [into, from] = sizeOf(a) < sizeOf(b) ? [setOf(b), setOf(a)] : [setOf(a), setOf(b)];
    if (into === from) return false;
    sizes.set(into, sizeOf(into) + sizeOf(from));
    parents.set(from, into);
    return true;
  };
  return {
    setOf,
    sizeOf,
    joinAll: ([first, ...others]) =>
      first !== undefined && others.map((other) => join(first, other)).includes(true),
  };
}
