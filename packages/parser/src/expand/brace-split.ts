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

const special = /["{}]/g;

function firstBrace(text: string, left: readonly LeftReference[]): number {
  let next = 0;
  special.lastIndex = 0;
  for (let found = special.exec(text); found; found = special.exec(text)) {
    const at = found.index;
    if (found[0] === '"') {
      const end = text.indexOf('"', at + 1);
      if (end === -1) return -1;
      special.lastIndex = end + 1;
      continue;
    }
    while (endOf(left[next], text) <= at) next++;
    const reference = left[next];
    if (!reference || at < text.length - reference.distance) return at;
    special.lastIndex = endOf(reference, text);
  }
  return -1;
}

function endOf(left: LeftReference | undefined, { length }: string): number {
  if (!left) return length;
  const { start, end } = left.use.reference;
  return length - left.distance + end - start;
}
