import { spanOf } from '../syntax/grammar.ts';
import { outerWithIndent, type Frame } from './frame.ts';
import { besideAnother } from './misfit.ts';
import type { Close } from './pieces.ts';
import { weighed, withChange, type Way } from './way.ts';

/** The ways on which a `}` can be read. */
export function readClose(way: Way, close: Close): readonly Way[] {
  const { frame } = way;
  if (!frame) return [withoutBrace(way, close)];
  const { indent } = close;
  const isOdd = indent !== undefined && indent !== frame.indent;
  const match = isOdd ? outerWithIndent(frame, indent) : undefined;
  const doubt = (match ? 1 : 0) + (close.isBesideAnother ? besideAnother.doubt : 0);
  const ways = [leave(doubt === 0 ? way : weighed(way, { cost: 0, doubt }), close, frame)];
  if (match) ways.push(closeUpTo(way, close, match));
  // Before a line the line tells whether the block goes on: see `reopen`.
  if (!close.isBeforeLine) ways.push(withoutBrace(way, close));
  return ways;
}

function leave(
  { cost, doubt, changes }: Way,
  { ordinal, index, token, isBesideAnother }: Close,
  frame: Frame,
): Way {
  const closed = { frame, ordinal, index, token, isBesideAnother };
  return { cost, doubt, frame: frame.outer, changes, closed };
}

/** The `}` is indented like the header of a block further out: those in it are closed before it. */
function closeUpTo(way: Way, close: Close, match: Frame): Way {
  const { ordinal, index, token } = close;
  const reason = { kind: 'indentation', at: spanOf(token), matches: match.keyword } as const;
  let closing = way;
  for (let frame = way.frame; frame && frame !== match; frame = frame.outer) {
    const place = { ordinal, index, at: token.startOffset };
    closing = withChange(closing, { kind: 'insert-close', ...place, frame, reason }, frame.outer);
  }
  return leave(closing, close, match);
}

function withoutBrace(way: Way, { ordinal, index, token }: Close): Way {
  const { frame } = way;
  return withChange(
    way,
    { kind: 'remove-close', ordinal, index, token, frame, next: undefined },
    frame,
  );
}

/** Closes what is still open where the file ends. */
export function closeAtEnd(
  way: Way,
  end: { readonly ordinal: number; readonly index: number; readonly at: number },
): Way {
  let closing = way;
  for (let frame = way.frame; frame; frame = frame.outer) {
    const reason = { kind: 'end-of-file' } as const;
    closing = withChange(closing, { kind: 'insert-close', ...end, frame, reason }, frame.outer);
  }
  return closing;
}
