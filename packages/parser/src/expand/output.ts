import type { SourceFile } from '../text/source-file.ts';
import type { Origin } from '../text/origin.ts';
import type { Span } from '../text/span.ts';
import { createOrigins, type Origins } from './origin.ts';
import {
  clip,
  exactPiece,
  isWritten,
  type Piece,
  type TracedText,
  type Trail,
} from './traced-text.ts';

/** The expanded text while it grows. */
export interface Output {
  /** Text of a file as it stands there. */
  readonly copy: (source: SourceFile, span: Span, context: Trail | undefined) => void;
  readonly write: (traced: TracedText, context: Trail | undefined) => void;
  /** Blanks and line ends that nobody wrote here. */
  readonly pad: (blanks: string) => void;
  /** Ends the line that was begun, if one was. */
  readonly startLine: () => void;
  readonly finish: (main: SourceFile) => {
    readonly expanded: SourceFile;
    readonly locate: (span: Span) => Origin;
  };
}

/** The pieces of the expanded text in order; three lists, for there are many. */
interface Layout {
  /** Where they begin. Between two pieces there can be text that is in none. */
  readonly starts: number[];
  readonly pieces: Piece[];
  readonly contexts: (Trail | undefined)[];
}

export function createOutput(): Output {
  const layout: Layout = { starts: [], pieces: [], contexts: [] };
  const chunks: string[] = [];
  let length = 0;
  let isLineStart = true;
  /** Text of a file not yet in `chunks`: what follows in the file makes it longer. */
  let run:
    { source: SourceFile; start: number; end: number; context: Trail | undefined } | undefined;

  const place = (start: number, piece: Piece, context: Trail | undefined): void => {
    layout.starts.push(start);
    layout.pieces.push(piece);
    layout.contexts.push(context);
  };

  const endRun = (): void => {
    if (!run) return;
    const { source, start, end, context } = run;
    run = undefined;
    place(length - (end - start), exactPiece(source, start, end), context);
    chunks.push(source.text.slice(start, end));
  };

  const copy: Output['copy'] = (source, { start, end }, context) => {
    if (start >= end) return;
    if (run?.source === source && run.end === start && run.context === context) {
      run.end = end;
    } else {
      endRun();
      run = { source, start, end, context };
    }
    length += end - start;
    isLineStart = source.text[end - 1] === '\n';
  };

  const pad: Output['pad'] = (blanks) => {
    if (blanks === '') return;
    endRun();
    chunks.push(blanks);
    length += blanks.length;
    isLineStart = blanks.endsWith('\n');
  };

  const write: Output['write'] = ({ text, pieces }, context) => {
    const [only] = pieces;
    if (pieces.length === 1 && only && isWritten(only)) {
      copy(only.source, only, context);
      return;
    }
    endRun();
    let at = length;
    for (const piece of pieces) {
      place(at, piece, context);
      at += piece.length;
    }
    pad(text);
  };

  return {
    copy,
    write,
    pad,
    startLine: () => {
      if (!isLineStart) pad('\n');
    },
    finish: (main) => {
      endRun();
      const text = chunks.join('');
      const expanded = text === main.text ? main : { path: main.path, text };
      const origins = createOrigins();
      return { expanded, locate: (span) => locate(layout, span, main, origins) };
    },
  };
}

function locate(
  { starts, pieces, contexts }: Layout,
  span: Span,
  main: SourceFile,
  origins: Origins,
): Origin {
  const first = firstEndingBehind(starts, pieces, span.start);
  const start = starts[first];
  const piece = pieces[first];
  // Nearly always; what is not put together needs no account of its pieces.
  if (piece && start !== undefined && isWritten(piece) && isWithin(span, start, piece.length)) {
    const shift = piece.start - start;
    return {
      source: piece.source,
      span: { start: span.start + shift, end: span.end + shift },
      via: origins.steps(contexts[first]),
    };
  }
  const parts: Piece[] = [];
  for (let index = first; index < pieces.length; index++) {
    const from = starts[index] ?? 0;
    const next = pieces[index];
    if (!next || from >= span.end) break;
    const part = clip(next, span.start - from, span.end - from);
    if (part) parts.push(part);
  }
  const origin = origins.of(parts, contexts[first]);
  if (origin) return origin;
  // An empty span, or blanks that nobody wrote: the place between what is before and behind it.
  if (piece && start !== undefined && (start <= span.start || first === 0)) {
    const offset = isWritten(piece) ? Math.max(0, span.start - start) : 0;
    return pointIn(piece, contexts[first], offset, origins);
  }
  const before = pieces[first - 1];
  if (!before) return { source: main, span: { start: 0, end: 0 }, via: [] };
  return pointIn(before, contexts[first - 1], undefined, origins);
}

function isWithin(span: Span, start: number, length: number): boolean {
  return start <= span.start && span.start < span.end && span.end <= start + length;
}

/** A place in the origin of a piece, counted from its beginning; its end by default. */
function pointIn(
  piece: Piece,
  context: Trail | undefined,
  offset: number | undefined,
  origins: Origins,
): Origin {
  const origin = origins.of([piece], context);
  const { source, span, via } = origin ?? { ...piece, span: piece, via: [] };
  const at = offset === undefined ? span.end : span.start + offset;
  return { source, span: { start: at, end: at }, via };
}

/** The index of the first piece that ends behind `offset`. */
function firstEndingBehind(
  starts: readonly number[],
  pieces: readonly Piece[],
  offset: number,
): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = (starts[middle] ?? 0) + (pieces[middle]?.length ?? 0);
    if (end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
