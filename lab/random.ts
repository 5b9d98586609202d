/** Chance that is the same for the same seed. */
export interface Chance {
  /** 0 to less than 1. */
  readonly fraction: () => number;
  /** Whether something of this probability happens. */
  readonly happens: (probability: number) => boolean;
  /** A whole number, both bounds included. */
  readonly between: (low: number, high: number) => number;
  readonly one: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** The items in another order. */
  readonly shuffled: <Item>(items: readonly Item[]) => readonly Item[];
}

/** Any two whole numbers are a seed. The generator is mulberry32: of 32 bits, and good enough for a lottery. */
export function chanceOf(seed: number, run: number): Chance {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(run + 1, 0x85ebca6b)) >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number): number =>
    low + Math.floor(fraction() * (high - low + 1));
  return {
    fraction,
    happens: (probability) => fraction() < probability,
    between,
    one: (items) => items[between(0, items.length - 1)] ?? items[0],
    shuffled: (items) => {
      const drawn = items.map((item) => ({ item, at: fraction() }));
      return drawn.sort((a, b) => a.at - b.at).map(({ item }) => item);
    },
  };
}
