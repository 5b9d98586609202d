import type { IToken } from 'chevrotain';
import { spanOf } from '../syntax/grammar.ts';
import { homeOf, openFrame, type Frame } from './frame.ts';
import {
  behindItsBlock,
  besideAnother,
  goesOnWith,
  isBehindItsBlock,
  misfitOf,
  weights,
  type Weight,
} from './misfit.ts';
import type { Line } from './pieces.ts';
import { weighed, withChange, type Way } from './way.ts';

/** A line behind a block that is indented more than the header of the block. */
const deeperThanBlock: Weight = { cost: 0, doubt: 1 };

/** A `}` beside another one is doubted when it is read; not when it does not count. */
const noDoubtLeft: Weight = { cost: 0, doubt: -besideAnother.doubt };

/** The ways on which a line can be read. */
export function readLine(way: Way, line: Line): readonly Way[] {
  const { closed } = way;
  const reopened = closed && reopen(way, line);
  if (!closed || !reopened) return readHere(way, line);
  if (misfitOf(way.frame, line) === 'none') {
    if (closed.isBesideAnother) return [...readHere(reopened, line), ...readHere(way, line)];
    const isDeeper = (line.indent ?? 0) > (closed.frame.indent ?? Number.POSITIVE_INFINITY);
    if (!isDeeper) return readHere(way, line);
    return [...readHere(weighed(way, deeperThanBlock), line), ...readHere(reopened, line)];
  }
  const here = isBehindItsBlock(way.frame, closed, line) ? weighed(way, behindItsBlock) : way;
  return [...readHere(here, line), ...readHere(reopened, line)];
}

/** The way on which the `}` just before was one too many; undefined when the block cannot go on. */
function reopen(way: Way, line: Line): Way | undefined {
  const { closed } = way;
  if (!closed || !goesOnWith(closed.frame, line)) return undefined;
  const certain = closed.isBesideAnother ? weighed(way, noDoubtLeft) : way;
  return withChange(certain, { kind: 'remove-close', ...closed, next: line.token }, closed.frame);
}

/** Reads a line in the block that is open. */
function readHere(way: Way, line: Line): readonly Way[] {
  const misfit = misfitOf(way.frame, line);
  const asWritten = enter(weighed(way, weights[misfit]), line);
  switch (misfit) {
    case 'none':
    case 'unknown-line':
    case 'stranded-block':
      return [asWritten];
    case 'unknown-block':
      return [asWritten, withoutBrace(weighed(way, weights[misfit]), line)];
    case 'misplaced-line':
    case 'misplaced-block':
    case 'block-in-unknown':
      return [asWritten, ...readAtHome(way, line)];
    case 'misplaced-block-in-list':
      return [
        asWritten,
        withoutBrace(weighed(way, weights['misplaced-block']), line),
        ...readAtHome(way, line),
      ];
    case 'brace-for-nothing':
    case 'doubled-brace':
      return [withoutBrace(way, line), asWritten];
    case 'no-brace':
      return [withBraceBehind(line.last, line.end, way, line), asWritten];
    case 'list-without-braces':
      return [withBraceBehind(line.token, line.index + 1, way, line), asWritten];
  }
}

/** Closes the blocks up to the one in which a line may stand. */
function readAtHome(way: Way, line: Line): readonly Way[] {
  const home = homeOf(way.frame, line.keyword);
  if (!home) return [];
  let closing = way;
  for (let frame = way.frame; frame && frame !== home.frame; frame = frame.outer) {
    closing = closeBefore(closing, line, frame, home.frame?.keyword ?? '');
  }
  return readHere(closing, line);
}

function closeBefore(
  way: Way,
  { ordinal, index, keyword, token }: Line,
  frame: Frame,
  within: string,
): Way {
  const reason = { kind: 'keyword', keyword, at: spanOf(token), within } as const;
  const place = { ordinal, index, at: token.startOffset };
  return withChange(way, { kind: 'insert-close', ...place, frame, reason }, frame.outer);
}

function enter(way: Way, line: Line): Way {
  if (!line.brace && !way.closed) return way;
  const { cost, doubt, changes } = way;
  const frame = line.brace ? openFrame(line, way.frame) : way.frame;
  return { cost, doubt, frame, changes, closed: undefined };
}

/** As if the line had the `{` that it needs, behind a word of it. */
function withBraceBehind(word: IToken, index: number, way: Way, line: Line): Way {
  const frame = openFrame(line, way.frame);
  const { end: at } = spanOf(word);
  const { ordinal } = line;
  return withChange(way, { kind: 'insert-open', ordinal, index, at, frame }, frame);
}

/** As if the line had no `{`. */
function withoutBrace(way: Way, line: Line): Way {
  const { ordinal, end: index, brace, keyword, token } = line;
  if (!brace) return way;
  return withChange(
    way,
    {
      kind: 'remove-open',
      ordinal,
      index,
      token: brace,
      keyword: keyword === '' ? undefined : token,
    },
    way.frame,
  );
}
