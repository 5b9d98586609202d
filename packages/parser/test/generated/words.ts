import type fc from 'fast-check';

/** Words as they are written, with their quotes. */
export type Words = fc.Arbitrary<readonly string[]>;

/** What stands for all networks. `default6` does, too, and is advised against. */
export const anyNetwork: ReadonlySet<string> = new Set(['default', 'any', 'all']);
