/**
 * A piece of a source text: offsets in UTF-16 code units, half open.
 * Lines and columns exist only where people read them (see `positionAt`).
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The smallest span that holds both. */
export function cover(first: Span, last: Span): Span {
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}
