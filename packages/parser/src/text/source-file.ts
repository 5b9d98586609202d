import type { Span } from './span.ts';

/** A text and the name it was given. The parser never opens files: whoever calls it reads them. */
export interface SourceFile {
  /** As the user named it; shown in every report. */
  readonly path: string;
  readonly text: string;
}

/** Line and column, both from 1; the column counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A place in a file. */
export interface Location {
  readonly source: SourceFile;
  readonly span: Span;
}

/** The lines of a file as far as they were looked for. */
interface KnownLines {
  readonly starts: number[];
  /** Where the search for line ends goes on; -1 when there are no more. */
  next: number;
}

const linesOf = new WeakMap<SourceFile, KnownLines>();

/** The lines of a file, at least up to an offset and a line: a report on line 3 reads no 16 MB. */
function linesUpTo(source: SourceFile, offset: number, line: number): readonly number[] {
  const known = linesOf.get(source) ?? { starts: [0], next: source.text.indexOf('\n') };
  linesOf.set(source, known);
  while (known.next !== -1 && (known.next < offset || known.starts.length < line)) {
    known.starts.push(known.next + 1);
    known.next = source.text.indexOf('\n', known.next + 1);
  }
  return known.starts;
}

/** The offset at which each line begins. Only `\n` ends a line, as in keepalived's `fgets`. */
export function lineStarts(source: SourceFile): readonly number[] {
  return linesUpTo(source, source.text.length, 0);
}

/** The position of an offset; offsets beyond the text count as its end. */
export function positionAt(source: SourceFile, offset: number): Position {
  const wanted = Math.max(0, Math.min(offset, source.text.length));
  const starts = linesUpTo(source, wanted, 0);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: wanted - (starts[low] ?? 0) + 1 };
}

/** The span of a line (from 1) without the `\n` at its end; undefined when there is no such line. */
export function lineSpan(source: SourceFile, line: number): Span | undefined {
  const starts = linesUpTo(source, 0, line + 1);
  const start = starts[line - 1];
  if (start === undefined) return undefined;
  const next = starts[line];
  return { start, end: next === undefined ? source.text.length : next - 1 };
}

/** The text of a line (from 1) without its line end; empty when there is no such line. */
export function lineText(source: SourceFile, line: number): string {
  const span = lineSpan(source, line);
  return span ? source.text.slice(span.start, span.end).replace(/\r+$/, '') : '';
}
