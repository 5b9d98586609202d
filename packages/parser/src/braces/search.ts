import type { IToken } from 'chevrotain';
import { openFrame, type Frame } from './frame.ts';
import { faultLimit } from './fault-limit.ts';
import { nestingLimit } from './nesting-limit.ts';
import { behindItsBlock, isBehindItsBlock, misfitOf, weights } from './misfit.ts';
import { piecesOf, type Piece } from './pieces.ts';
import { closeAtEnd, readClose } from './read-close.ts';
import { readLine } from './read-line.ts';
import { changeCost, changesOf, cheapest, start, type Change, type Way } from './way.ts';

export interface SearchResult {
  /** In the order of the text. */
  readonly changes: readonly Change[];
  /** Where the search gave up: the file is no configuration, or nobody can tell which. */
  readonly end: { readonly piece: Piece; readonly because: 'nesting' | 'faults' } | undefined;
}

/** The fewest changes after which every line stands in a block that takes it. */
export function searchChanges(text: string, tokens: readonly IToken[]): SearchResult {
  // Where the braces pair up, one change would have to be followed by another.
  if (costAsWritten(text, tokens) < 2 * changeCost) return { changes: [], end: undefined };
  let ways: readonly Way[] = [start];
  let ordinal = 0;
  for (const piece of piecesOf(text, tokens)) {
    const next = cheapest(readPiece(ways, piece));
    const because = whyEnd(next);
    if (because) {
      const { index, token } = piece;
      const changes = finish(ways, { ordinal, index, at: token.startOffset });
      return { changes, end: { piece, because } };
    }
    ways = next;
    ordinal++;
  }
  const end = { ordinal, index: tokens.length, at: text.length };
  return { changes: finish(ways, end), end: undefined };
}

/** What speaks against reading a file as it is written; no number is enough when braces do not pair up. */
function costAsWritten(text: string, tokens: readonly IToken[]): number {
  let frame: Frame | undefined;
  let closed: { readonly frame: Frame; readonly index: number } | undefined;
  let cost = 0;
  for (const piece of piecesOf(text, tokens)) {
    if (piece.kind === 'close') {
      if (!frame) return Number.POSITIVE_INFINITY;
      closed = { frame, index: piece.index };
      frame = frame.outer;
    } else {
      if (isBehindItsBlock(frame, closed, piece)) cost += behindItsBlock.cost;
      cost += weights[misfitOf(frame, piece)].cost;
      if (piece.brace) frame = openFrame(piece, frame);
      if (frame && frame.depth > nestingLimit) return Number.POSITIVE_INFINITY;
    }
  }
  return frame ? Number.POSITIVE_INFINITY : cost;
}

function readPiece(ways: readonly Way[], piece: Piece): readonly Way[] {
  const read = (way: Way): readonly Way[] =>
    piece.kind === 'line' ? readLine(way, piece) : readClose(way, piece);
  const [only] = ways;
  return only && ways.length === 1 ? read(only) : ways.flatMap(read);
}

function whyEnd([best]: readonly Way[]): 'nesting' | 'faults' | undefined {
  if (!best) return undefined;
  if ((best.frame?.depth ?? 0) > nestingLimit) return 'nesting';
  return (best.changes?.count ?? 0) > faultLimit ? 'faults' : undefined;
}

function finish(ways: readonly Way[], end: Parameters<typeof closeAtEnd>[1]): readonly Change[] {
  const [best] = cheapest(ways.map((way) => closeAtEnd(way, end)));
  return best ? changesOf(best) : [];
}
