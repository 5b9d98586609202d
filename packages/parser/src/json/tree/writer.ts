import type { SourceFile } from '../../text/source-file.ts';
import type { Span } from '../../text/span.ts';
import { rangeOf } from '../place.ts';
import { mask, secretIn, type FindSecrets } from '../secrets.ts';
import type { PieceJson, TriviaJson } from './tree-json.ts';
import { endOfTrailingComment, gapsIn } from './trivia.ts';

/** Goes through a text piece by piece. */
export interface Writer {
  readonly source: SourceFile;
  /** The offsets of the words that have no second quote. */
  readonly unterminated: ReadonlySet<number>;
  readonly findSecrets: FindSecrets | undefined;
  /** The offset at which the reading ended. */
  readonly end: number;
  /** Up to here everything is written. */
  at: number;
  /** Whether a secret was replaced by asterisks. */
  hasMasked: boolean;
}

/** Writes what stands around a piece, which lies at or behind `writer.at`. */
export function writePiece(span: Span, usualBefore: string, writer: Writer): PieceJson {
  const { source } = writer;
  const gap = { start: writer.at, end: span.start };
  const rest = { start: span.end, end: writer.end };
  const comment = { start: span.end, end: endOfTrailingComment(source, rest) };
  writer.at = comment.end;
  return {
    ...(textOf(source, gap) !== usualBefore && { before: writeTrivia(gap, writer) }),
    ...(comment.end > comment.start && { after: writeTrivia(comment, writer) }),
    range: rangeOf(source, span),
  };
}

export function writeTrivia(between: Span, writer: Writer): readonly TriviaJson[] {
  const { source } = writer;
  return Array.from(gapsIn(source, between), ({ kind, span }) => {
    const text = textOf(source, span);
    if (kind === 'blanks') return text;
    return { kind, text: shown(text, span, writer), range: rangeOf(source, span) };
  });
}

/** A text that is written as it is, up to the first secret in it. */
export function shown(text: string, span: Span, writer: Writer): string {
  const secret = secretBegins(span, writer);
  if (secret === undefined) return text;
  // What makes a comment a comment is none.
  const least = /^[#!]/.test(text) ? 1 : 0;
  return text.slice(0, Math.max(least, secret - span.start)) + mask;
}

/** The offset of the first secret in a span, which will be replaced. */
export function secretBegins(span: Span, writer: Writer): number | undefined {
  const { source, findSecrets } = writer;
  const secret = secretIn(findSecrets, { source, span });
  if (secret) writer.hasMasked = true;
  return secret?.start;
}

export function textOf({ text }: SourceFile, { start, end }: Span): string {
  return text.slice(start, end);
}
