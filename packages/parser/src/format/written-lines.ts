import type { Span } from '../text/span.ts';
import type { SyntaxTree, Token } from '../syntax/tree.ts';

/** A line of a file as it is written; a definition of several lines is one. */
export interface WrittenLine {
  /** Offset in the file. */
  readonly start: number;
  /** Without its line end; carriage returns before it, and `\n` within a definition, are part of it. */
  readonly text: string;
  /** What stands on it, in order; offsets in the line. */
  readonly tokens: readonly Token[];
  /** The offset of the comment in the line, if there is one. */
  readonly comment: number | undefined;
}

/** The lines of a file, in order. What follows the last line end is one only when it is not empty. */
export function writtenLines({ source, tokens, trivia }: SyntaxTree): readonly WrittenLine[] {
  const { text } = source;
  const lines: WrittenLine[] = [];
  const comments = trivia.filter(({ kind }) => kind === 'comment');
  let nextToken = 0;
  let nextComment = 0;
  for (let start = 0; start < text.length;) {
    const own: Token[] = [];
    let end = endOfLine(text, start);
    for (let token = tokens[nextToken]; token && token.span.start < end;) {
      own.push({ kind: token.kind, span: moved(token.span, -start) });
      // A definition goes on behind the line end.
      if (token.span.end > end) end = endOfDefinition(text, token.span.end);
      token = tokens[++nextToken];
    }
    while (tokens[nextToken]?.span.start === end) nextToken++;
    const comment = comments[nextComment]?.span.start;
    const isOwn = comment !== undefined && comment < end;
    if (isOwn) nextComment++;
    lines.push({
      ...{ start, text: text.slice(start, end), tokens: own },
      comment: isOwn ? comment - start : undefined,
    });
    start = end + 1;
  }
  return lines;
}

/** What stands before the comment. */
export function codeOf({ text, comment }: WrittenLine): string {
  return text.slice(0, comment);
}

/** The comment with its mark, without the blanks behind it; empty when there is none. */
export function commentOf({ text, comment }: WrittenLine): string {
  return comment === undefined ? '' : text.slice(comment).replace(/[ \t\r]+$/, '');
}

/** How many more blocks begin than end. */
export function nestingOf({ tokens }: WrittenLine): number {
  let nesting = 0;
  for (const { kind } of tokens) {
    if (kind === 'left-brace') nesting++;
    if (kind === 'right-brace') nesting--;
  }
  return nesting;
}

/** Where the line ends with which a definition ends, whose last line end may be that of the file. */
function endOfDefinition(text: string, from: number): number {
  return from === text.length && text.endsWith('\n') ? from - 1 : endOfLine(text, from);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
