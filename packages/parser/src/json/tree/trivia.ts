import type { SourceFile } from '../../text/source-file.ts';
import type { Span } from '../../text/span.ts';

/** Blanks or a comment, in the text. */
interface Gap {
  readonly kind: 'blanks' | 'comment';
  readonly span: Span;
}

/** What stands between two pieces: blanks and comments by turns. */
export function* gapsIn({ text }: SourceFile, { start, end }: Span): Generator<Gap> {
  let at = start;
  while (at < end) {
    const blanks = text.slice(at, end).search(/[#!]/);
    const mark = blanks === -1 ? end : at + blanks;
    if (mark > at) yield { kind: 'blanks', span: { start: at, end: mark } };
    at = mark;
    if (mark === end) return;
    at = endOfComment(text, mark, end);
    yield { kind: 'comment', span: { start: mark, end: at } };
  }
}

/** The end of the comment that `start` and nothing else of its line is followed by; else `start`. */
export function endOfTrailingComment({ text }: SourceFile, { start, end }: Span): number {
  let at = start;
  while (at < end && ' \t\r\f\v'.includes(text.charAt(at))) at++;
  return at < end && '#!'.includes(text.charAt(at)) ? endOfComment(text, at, end) : start;
}

/** A carriage return before the newline belongs to the line end. */
function endOfComment(text: string, start: number, limit: number): number {
  const newline = text.indexOf('\n', start);
  let end = newline === -1 ? limit : Math.min(newline, limit);
  while (text[end - 1] === '\r') end--;
  return end;
}
