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

const lineStartsOf = new WeakMap<SourceFile, readonly number[]>();

/** The offset at which each line begins. Only `\n` ends a line, as in keepalived's `fgets`. */
export function lineStarts(source: SourceFile): readonly number[] {
  const known = lineStartsOf.get(source);
  if (known) return known;
  const starts = [0];
  for (let at = source.text.indexOf('\n'); at !== -1; at = source.text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  lineStartsOf.set(source, starts);
  return starts;
}

/** The position of an offset; offsets beyond the text count as its end. */
export function positionAt(source: SourceFile, offset: number): Position {
  const starts = lineStarts(source);
  const wanted = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: wanted - (starts[low] ?? 0) + 1 };
}

/** The text of a line (from 1) without its line end; empty when there is no such line. */
export function lineText(source: SourceFile, line: number): string {
  const starts = lineStarts(source);
  const start = starts[line - 1];
  if (start === undefined) return '';
  const next = starts[line];
  const end = next === undefined ? source.text.length : next - 1;
  return source.text.slice(start, end).replace(/\r+$/, '');
}
