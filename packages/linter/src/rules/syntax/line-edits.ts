import type { SourceFile, Span, Statement } from '@kalint/parser';
import { insertion, type FileEdit } from '../../diagnostic.ts';

/** Removes a piece of text, with its whole line when nothing else stands on it. */
export function removal(source: SourceFile, span: Span): FileEdit {
  const { text } = source;
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
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

/** Where the line of an offset ends, in front of its line end. */
export function endOfLine({ text }: SourceFile, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline === -1) return text.length;
  return text[newline - 1] === '\r' && newline > offset ? newline - 1 : newline;
}

/** The blanks at the beginning of the line on which an offset lies. */
export function indentAt({ text }: SourceFile, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
}

/** How the lines of a file end. */
export function lineEndOf({ text }: SourceFile): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
