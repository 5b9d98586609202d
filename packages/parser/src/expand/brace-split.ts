import { skipBlanks } from './comments.ts';
import type { LeftReference } from './replace-references.ts';
import { slice, type TracedText } from './traced-text.ts';

/**
 * The part of a line that keepalived reads as a line of its own, and the rest: lib/parser.c,
 * read_line(). Each brace outside of double quotes is such a part, with the blanks behind it. Here a
 * backslash does not protect a quote. The braces of references that are left do not count.
 */
export function splitAtBrace(
  line: TracedText,
  left: readonly LeftReference[],
): { readonly head: TracedText; readonly tail: TracedText | undefined } {
  const at = firstBrace(line.text, left);
  const end = at === 0 ? skipBlanks(line.text, 1) : at;
  if (end === -1 || end === line.text.length) return { head: line, tail: undefined };
  return { head: slice(line, 0, end), tail: slice(line, end) };
}

const quote = 0x22;

function firstBrace(text: string, left: readonly LeftReference[]): number {
  let next = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = text.indexOf('"', at + 1);
      if (at === -1) return -1;
    } else if (isBrace(code)) {
      while (endOf(left[next], text) <= at) next++;
      const reference = left[next];
      if (!reference || at < text.length - reference.distance) return at;
      at = endOf(reference, text) - 1;
    }
  }
  return -1;
}

function isBrace(code: number): boolean {
  return code === 0x7b || code === 0x7d;
}

function endOf(left: LeftReference | undefined, { length }: string): number {
  if (!left) return length;
  const { start, end } = left.use.reference;
  return length - left.distance + end - start;
}
