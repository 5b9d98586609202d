import type { Block, SourceFile, Span, Statement } from '@kalint/parser';
import { insertion, type FileEdit } from '../diagnostic.ts';

/** Removes a piece of text, with its whole line when nothing else stands on it. */
export function removal(source: SourceFile, span: Span): FileEdit {
  const { text } = source;
  const lineStart = startOfLine(source, span.start);
  const newline = text.indexOf('\n', span.end);
  const lineEnd = newline === -1 ? text.length : newline + 1;
  const before = text.slice(lineStart, span.start);
  const behind = text.slice(span.end, lineEnd);
  if (before.trim() === '' && behind.trim() === '') {
    return { source, span: { start: lineStart, end: lineEnd }, text: '' };
  }
  const blanks = before.length - before.trimEnd().length;
  const isLast = behind.trim() === '';
  return { source, span: { start: span.start - (isLast ? blanks : 0), end: span.end }, text: '' };
}

/** Removes a line; a comment behind it stays, as a line of its own. */
export function lineRemoval({ source, span }: Statement): FileEdit {
  const rest = source.text.slice(span.end, endOfLine(source, span.end));
  const [blanks] = /^[ \t]*(?=[#!])/.exec(rest) ?? [];
  if (blanks === undefined) return removal(source, span);
  return { source, span: { start: span.start, end: span.end + blanks.length }, text: '' };
}

/** A new line behind that of a statement, indented like it. */
export function lineBehind({ source, span }: Statement, text: string): FileEdit {
  const line = `${lineEndOf(source)}${indentAt(source, span.start)}${text}`;
  return insertion(source, endOfLine(source, span.end), line);
}

/** Moves the line of a statement behind that of another one. */
export function moveBehind(statement: Statement, other: Statement): readonly FileEdit[] {
  const { source, span } = statement;
  const text = source.text.slice(span.start, span.end);
  return [lineRemoval(statement), lineBehind(other, text)];
}

/** A new first line of a block; undefined where the block has no line for it. */
export function firstLine({ source, open, items }: Block, text: string): FileEdit | undefined {
  const [first] = items;
  const end = endOfLine(source, open.end);
  // The brace is missing, or something stands behind it.
  if (!first || open.end === open.start || first.span.start < end) return undefined;
  return insertion(source, end, `${lineEndOf(source)}${indentAt(source, first.span.start)}${text}`);
}

/** Where the line of an offset begins. */
export function startOfLine({ text }: SourceFile, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of an offset ends, in front of its line end. */
function endOfLine({ text }: SourceFile, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline === -1) return text.length;
  return text[newline - 1] === '\r' && newline > offset ? newline - 1 : newline;
}

/** The blanks at the beginning of the line on which an offset lies. */
export function indentAt(source: SourceFile, offset: number): string {
  const line = source.text.slice(startOfLine(source, offset), offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** How the lines of a file end. */
export function lineEndOf({ text }: SourceFile): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
