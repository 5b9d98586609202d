import { join, slice, type TracedText } from './traced-text.ts';

/** Where a line stands without its comment and the blanks around it: offsets in the line. */
interface Bounds {
  readonly start: number;
  readonly end: number;
  /** A backslash that ends the line: it moves up to the last word. */
  readonly backslash: number | undefined;
  /** A backslash that ends the comment. Before keepalived 2.4.0 it counts as if it stood before it. */
  readonly backslashInComment: number | undefined;
}

const quote = 0x22;
const backslash = 0x5c;

/**
 * Finds the comment: lib/parser.c, decomment(). `#` and `!` begin one anywhere but between double
 * quotes or behind a backslash.
 *
 * keepalived does this again after it has replaced something. By then the backslash of `\#` is gone
 * and nothing protects the `#`: `again`.
 */
export function boundsOf(text: string, again = false): Bounds {
  const start = skipBlanks(text, 0);
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      quoted = !quoted;
    } else if (code === backslash) {
      if (at + 1 === text.length) return bounds(text, start, at, at, undefined);
      if (again && !quoted && isCommentMark(text.charCodeAt(at + 1))) {
        return bounds(text, start, at, undefined, undefined);
      }
      at++;
    } else if (!quoted && isCommentMark(code)) {
      return bounds(text, start, at, undefined, lastBackslash(text, at));
    }
  }
  return bounds(text, start, text.length, undefined, undefined);
}

function bounds(
  text: string,
  start: number,
  end: number,
  ending: number | undefined,
  backslashInComment: number | undefined,
): Bounds {
  const last = skipBlanksBack(text, end, start);
  return { start, end: last, backslash: ending, backslashInComment };
}

/** What is left of a line when something was replaced in it. */
export function withoutCommentAgain(line: TracedText): TracedText {
  const { start, end, backslash: ending } = boundsOf(line.text, true);
  const rest = slice(line, start, end);
  return ending === undefined ? rest : join(rest, slice(line, ending));
}

/** The offset behind the blanks at `at`; only blanks and tabs are blanks here. */
export function skipBlanks(text: string, at: number): number {
  let end = at;
  while (isBlank(text.charCodeAt(end))) end++;
  return end;
}

/** The offset before the blanks that end at `at`. */
export function skipBlanksBack(text: string, at: number, from = 0): number {
  let start = at;
  while (start > from && isBlank(text.charCodeAt(start - 1))) start--;
  return start;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function isCommentMark(code: number): boolean {
  return code === 0x23 || code === 0x21;
}

/** The backslash at the end of a comment, unless another one before it takes it for itself. */
function lastBackslash(text: string, comment: number): number | undefined {
  if (!text.endsWith('\\')) return undefined;
  for (let at = text.indexOf('\\', comment); at !== -1; at = text.indexOf('\\', at + 2)) {
    if (at + 1 === text.length) return at;
  }
  return undefined;
}
