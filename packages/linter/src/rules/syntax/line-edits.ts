import type { SourceFile, Span, Statement } from '@kalint/parser';
import type { FileEdit } from '../../diagnostic.ts';

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

/** Removes a line of its own, with the comment behind it. */
export function lineRemoval({ source, span }: Statement): FileEdit {
  const newline = source.text.indexOf('\n', span.end);
  const rest = source.text.slice(span.end, newline === -1 ? source.text.length : newline);
  const isComment = /^[ \t]*[#!]/.test(rest);
  const end = isComment ? span.end + rest.trimEnd().length : span.end;
  return removal(source, { start: span.start, end });
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
