import type { Token } from '../syntax/tree.ts';
import { columnAfter } from './columns.ts';
import type { LaidOutRow, Part } from './row.ts';
import { codeOf, commentOf, type WrittenLine } from './written-lines.ts';

/** The first word and what stands behind it. */
export type Code = Pick<LaidOutRow, 'head' | 'rest'>;

/**
 * Some words of a line. Tabs between them become blanks, so that what was put below each other stays there when
 * the line moves; but not where quotes begin: what is within single quotes looks like words.
 */
export function codeOfWords({ text }: WrittenLine, words: readonly Token[]): Code {
  const textOf = ({ span }: Token): string => text.slice(span.start, span.end);
  const columnOf = (offset: number): number => columnAfter(text.slice(0, offset));
  const [first, ...others] = words;
  if (!first) return { head: '', rest: undefined };
  let isFrozen = quoting.test(textOf(first));
  let head = textOf(first);
  let rest: { text: string; gap: number; column: number } | undefined;
  let end = first.span.end;
  for (const word of others) {
    const { start } = word.span;
    const width = columnOf(start) - columnOf(end);
    const gap = isFrozen ? text.slice(end, start) : ' '.repeat(width);
    if (rest) rest.text += gap + textOf(word);
    else if (isFrozen || width === 0) head += gap + textOf(word);
    else rest = { text: textOf(word), gap: width, column: columnOf(start) };
    isFrozen ||= quoting.test(textOf(word));
    end = word.span.end;
  }
  return { head, rest };
}

const quoting = /["'\\]/;

/** The comment of a line behind some code. */
export function commentBehind(line: WrittenLine, { head, rest }: Code): Part | undefined {
  const text = commentOf(line);
  if (text === '') return undefined;
  const written = codeOf(line);
  const end = written.replace(/[ \t]+$/, '').length;
  const column = columnAfter(written);
  // A comment that touches a word stays there: mostly it was meant to be a part of it, which a rule reports.
  const gap = column - columnAfter(written.slice(0, end));
  // The width of a tab that stays depends on where the line begins.
  const hasTab = (head + (rest?.text ?? '')).includes('\t');
  return { text, gap, column: hasTab ? undefined : column };
}

/** The code with a `{` behind it. */
export function withBrace({ head, rest }: Code): Code {
  return rest
    ? { head, rest: { ...rest, text: `${rest.text} {`, column: undefined } }
    : { head: `${head} {`, rest };
}
