import { join, slice, type TracedText } from './traced-text.ts';

/** A line without its comment and the blanks around it. */
interface Uncommented {
  readonly text: TracedText;
  /**
   * The offset, in the text that was given, of a backslash that ends the comment. Before keepalived
   * 2.4.0 it counts as if it stood before the comment.
   */
  readonly backslashInComment: number | undefined;
}

const special = /["\\#!]/g;

/**
 * Removes the comment: lib/parser.c, decomment(). `#` and `!` begin one anywhere but between double
 * quotes or behind a backslash. A backslash that ends the line moves up to the last word.
 *
 * keepalived does this again after it has replaced something. By then the backslash of `\#` is gone
 * and nothing protects the `#`: `again`.
 */
export function withoutComment(line: TracedText, again = false): Uncommented {
  const { text } = line;
  const start = skipBlanks(text, 0);
  let quoted = false;
  special.lastIndex = start;
  for (let found = special.exec(text); found; found = special.exec(text)) {
    const at = found.index;
    if (found[0] === '"') {
      quoted = !quoted;
    } else if (found[0] === '\\') {
      if (at + 1 === text.length) return { text: continued(line, start, at), ...noBackslash };
      if (again && !quoted && isCommentMark(text[at + 1])) {
        return { text: trimmed(line, start, at), ...noBackslash };
      }
      special.lastIndex = at + 2;
    } else if (!quoted) {
      return { text: trimmed(line, start, at), backslashInComment: lastBackslash(text, at) };
    }
  }
  return { text: trimmed(line, start, text.length), ...noBackslash };
}

const noBackslash = { backslashInComment: undefined } as const;

/** The offset behind the blanks at `at`; only blanks and tabs are blanks here. */
export function skipBlanks(text: string, at: number): number {
  let end = at;
  while (isBlank(text[end])) end++;
  return end;
}

/** The offset before the blanks that end at `at`. */
export function skipBlanksBack(text: string, at: number, from = 0): number {
  let start = at;
  while (start > from && isBlank(text[start - 1])) start--;
  return start;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function isCommentMark(character: string | undefined): boolean {
  return character === '#' || character === '!';
}

function trimmed(line: TracedText, start: number, end: number): TracedText {
  return slice(line, start, skipBlanksBack(line.text, end, start));
}

function continued(line: TracedText, start: number, backslash: number): TracedText {
  return join(trimmed(line, start, backslash), slice(line, backslash));
}

/** The backslash at the end of a comment, unless another one before it takes it for itself. */
function lastBackslash(text: string, comment: number): number | undefined {
  if (!text.endsWith('\\')) return undefined;
  for (let at = text.indexOf('\\', comment); at !== -1; at = text.indexOf('\\', at + 2)) {
    if (at + 1 === text.length) return at;
  }
  return undefined;
}
