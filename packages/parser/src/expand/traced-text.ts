import type { Location, SourceFile } from '../text/source-file.ts';
import { cover, type Span } from '../text/span.ts';

/*
 * Text that remembers where each of its characters was written. Replacing a reference puts pieces of
 * other places into a line; the pieces keep the way back.
 */

/** Characters of a text that were written in one place. */
export interface Piece {
  readonly length: number;
  readonly source: SourceFile;
  readonly start: number;
  readonly end: number;
  /** The characters stand in the source as they are; if not, all of them stand for all of the span. */
  readonly exact: boolean;
  /** The references that were replaced to get here, the nearest first. */
  readonly within: Trail | undefined;
}

/** A place and the places around it, up to the outermost. */
export interface Trail {
  readonly source: SourceFile;
  readonly start: number;
  readonly end: number;
  /** What was referred to, if it was a definition: the same twice on a trail would never end. */
  readonly target: object | undefined;
  readonly outer: Trail | undefined;
  readonly depth: number;
}

export interface TracedText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

export const nothing: TracedText = { text: '', pieces: [] };

/** The text of a span of a file. */
export function written(source: SourceFile, start: number, end: number): TracedText {
  if (start >= end) return nothing;
  return { text: source.text.slice(start, end), pieces: [exactPiece(source, start, end)] };
}

export function exactPiece(source: SourceFile, start: number, end: number): Piece {
  return { length: end - start, source, start, end, exact: true, within: undefined };
}

/** Whether a piece stands in its file as it is, and no reference has brought it. */
export function isWritten({ exact, within: trail }: Piece): boolean {
  return exact && !trail;
}

/** A text that is written nowhere, and the place which it comes from. */
export function derived(text: string, { source, span }: Location, trail?: Trail): TracedText {
  if (text === '') return nothing;
  const { start, end } = span;
  const { length } = text;
  return { text, pieces: [{ length, source, start, end, exact: false, within: trail }] };
}

export function slice(traced: TracedText, from: number, to = traced.text.length): TracedText {
  const { text } = traced;
  if (from <= 0 && to >= text.length) return traced;
  if (from >= to) return nothing;
  return { text: text.slice(from, to), pieces: piecesOf(traced, from, to) };
}

export function join(first: TracedText, second: TracedText): TracedText {
  return { text: first.text + second.text, pieces: first.pieces.concat(second.pieces) };
}

/** The text again, as what a reference stands for. */
export function within({ text, pieces }: TracedText, trail: Trail): TracedText {
  const moved = pieces.map(({ length, source, start, end, exact }): Piece => ({
    length,
    source,
    start,
    end,
    exact,
    within: trail,
  }));
  return { text, pieces: moved };
}

/** A step from a place: from a reference, a sequence or an include line to what it stands for. */
export function step({ source, span }: Location, outer: Trail | undefined): Trail {
  const { start, end } = span;
  return { source, start, end, target: undefined, outer, depth: (outer?.depth ?? 0) + 1 };
}

/** The references that were replaced to get to the character at `at`. */
export function trailAt({ pieces }: TracedText, at: number): Trail | undefined {
  let behind = 0;
  for (const piece of pieces) {
    behind += piece.length;
    if (at < behind) return piece.within;
  }
  return undefined;
}

/** Where the characters are written, not where they are referred to. */
export function innermost({ pieces }: TracedText): Location | undefined {
  const [first] = pieces;
  if (!first) return undefined;
  const { source } = first;
  if (pieces.length === 1) return { source, span: { start: first.start, end: first.end } };
  let span: Span = first;
  for (const piece of pieces) {
    if (piece.source === source && piece.within === first.within) span = cover(span, piece);
  }
  return { source, span };
}

/** Most texts are of one piece; an array that is pushed to would have room for 17. */
function piecesOf({ pieces }: TracedText, from: number, to: number): readonly Piece[] {
  const [only] = pieces;
  if (pieces.length === 1 && only) {
    const part = clip(only, from, to);
    return part ? [part] : [];
  }
  const parts: Piece[] = [];
  addPart(parts, pieces, from, to);
  return parts;
}

/** Adds the pieces of a part of a text, of which all pieces are given. */
export function addPart(parts: Piece[], pieces: readonly Piece[], from: number, to: number): void {
  let at = 0;
  for (const piece of pieces) {
    if (at >= to) return;
    const part = clip(piece, from - at, to - at);
    if (part) parts.push(part);
    at += piece.length;
  }
}

/** A part of a piece; offsets count from its beginning and may lie outside of it. */
export function clip(piece: Piece, from: number, to: number): Piece | undefined {
  const first = Math.max(from, 0);
  const last = Math.min(to, piece.length);
  if (first >= last) return undefined;
  if (first === 0 && last === piece.length) return piece;
  const { source, exact } = piece;
  const start = exact ? piece.start + first : piece.start;
  const end = exact ? piece.start + last : piece.end;
  return { length: last - first, source, start, end, exact, within: piece.within };
}
