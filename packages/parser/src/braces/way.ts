import type { IToken } from 'chevrotain';
import type { BraceReason } from '../syntax/tree.ts';
import type { Frame } from './frame.ts';
import type { Weight } from './misfit.ts';

/** A brace that is put where none is written, or one that does not count. */
export type Change = {
  /** How many pieces of the file come before it. */
  readonly ordinal: number;
  /** The token that it stands before, or is. */
  readonly index: number;
} & (InsertedOpen | InsertedClose | RemovedOpen | RemovedClose);

export interface InsertedOpen {
  readonly kind: 'insert-open';
  /** The offset behind the last word of the line. */
  readonly at: number;
  readonly frame: Frame;
}

export interface InsertedClose {
  readonly kind: 'insert-close';
  readonly at: number;
  readonly frame: Frame;
  readonly reason: BraceReason;
}

export interface RemovedOpen {
  readonly kind: 'remove-open';
  readonly token: IToken;
  /** The first word of its line; undefined when there is none. */
  readonly keyword: IToken | undefined;
}

export interface RemovedClose {
  readonly kind: 'remove-close';
  readonly token: IToken;
  /** The block that it would have closed. */
  readonly frame: Frame | undefined;
  /** The line that shows that the block goes on. */
  readonly next: IToken | undefined;
}

/** One way to read the pieces so far. */
export interface Way {
  /** What speaks against it: changes, and keywords that cannot stand where they stand. */
  readonly cost: number;
  /** What decides between ways of the same cost: odd indentation, words that are known nowhere. */
  readonly doubt: number;
  /** The innermost open block. */
  readonly frame: Frame | undefined;
  readonly changes: ChangeList | undefined;
  /** The block that the piece just before closed. */
  readonly closed: Closed | undefined;
}

/** A block, and the `}` that closed it. */
interface Closed {
  readonly frame: Frame;
  readonly ordinal: number;
  readonly index: number;
  readonly token: IToken;
  /** The `}` stands on one line with the one before it. */
  readonly isBesideAnother: boolean;
}

interface ChangeList {
  readonly change: Change;
  readonly before: ChangeList | undefined;
  readonly count: number;
}

export const start: Way = {
  cost: 0,
  doubt: 0,
  frame: undefined,
  changes: undefined,
  closed: undefined,
};

/** A way with more that speaks against it. */
export function weighed(way: Way, extra: Weight): Way {
  if (extra.cost === 0 && extra.doubt === 0) return way;
  const { cost, doubt, frame, changes, closed } = way;
  return { cost: cost + extra.cost, doubt: doubt + extra.doubt, frame, changes, closed };
}

/** The cost of a change. */
export const changeCost = 1;

export function withChange(way: Way, change: Change, frame: Frame | undefined): Way {
  const count = (way.changes?.count ?? 0) + 1;
  const { cost, doubt, changes: before } = way;
  const changes = { change, before, count };
  return { cost: cost + changeCost, doubt, frame, changes, closed: undefined };
}

/** The changes of a way, in the order of the text. */
export function changesOf({ changes }: Way): readonly Change[] {
  const found: Change[] = [];
  for (let list = changes; list; list = list.before) found.push(list.change);
  return found.reverse();
}

const waysKept = 8;
/** A way that costs so much more than the best one is not going to be the best one. */
const dearest = 3.5;

/** Of the ways that lead into the same block the cheapest, and of these the cheapest few, in order. */
export function cheapest(ways: readonly Way[]): readonly Way[] {
  if (ways.length < 2) return ways;
  const kept: Way[] = [];
  for (const way of inOrder(ways)) {
    const isDear = way.cost > (kept[0]?.cost ?? way.cost) + dearest;
    if (isDear || kept.length === waysKept) break;
    if (!kept.some(({ frame }) => frame === way.frame)) kept.push(way);
  }
  return kept;
}

/** Mostly they are: a line that fits changes nothing of what speaks against the ways that it is read on. */
function inOrder(ways: readonly Way[]): readonly Way[] {
  for (let index = 1; index < ways.length; index++) {
    const before = ways[index - 1];
    const way = ways[index];
    if (before && way && compare(before, way) > 0) return [...ways].sort(compare);
  }
  return ways;
}

/** Sums of decimal fractions are not exact. */
const equal = 1e-6;

function compare(a: Way, b: Way): number {
  const difference = a.cost - b.cost;
  return Math.abs(difference) > equal ? difference : a.doubt - b.doubt;
}
