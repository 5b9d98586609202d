import type { SourceFile, Statement, Word } from '@kalint/parser';
import { insertion, type FileEdit, type Fix } from '../../diagnostic.ts';
import { indentAt, lineEndOf } from '../line-edits.ts';
import type { Words } from './slash-comments.ts';

/** Removes words, with the blanks before them. */
export function removing(words: Words, safety: Fix['safety'] = 'safe'): Fix {
  const [first] = words;
  const last = words.at(-1) ?? first;
  const { source } = first;
  const start = source.text.slice(0, first.span.start).trimEnd().length;
  return {
    title: 'remove it',
    safety,
    edits: [{ source, span: { start, end: last.span.end }, text: '' }],
  };
}

/** Puts words, and the blanks between them, into one pair of quotes; not when they hold quotes already. */
export function quoting(
  words: readonly Word[],
  title: string,
  safety: Fix['safety'],
): Fix | undefined {
  const [first, second] = words;
  const last = words.at(-1);
  if (!first || !second || !last) return undefined;
  if (words.some(({ text, quoted }) => quoted || /["'\\]/.test(text))) return undefined;
  const { source } = first;
  const edits = [insertion(source, first.span.start, '"'), insertion(source, last.span.end, '"')];
  return { title, safety, edits };
}

/** Lets each of some words begin a line. */
export function onOwnLines(words: readonly Word[]): Fix {
  const edits = words.map(({ source, span }): FileEdit => {
    const before = source.text.slice(0, span.start);
    const start = before.trimEnd().length;
    const text = lineEndOf(source) + indentAt(source, start);
    return { source, span: { start, end: span.start }, text };
  });
  return { title: 'begin new lines', safety: 'safe', edits };
}

/** Puts a line before those of a block; undefined when the block begins and ends on one line. */
export function asFirstLine(
  { source, span, block }: Statement,
  line: string,
): readonly FileEdit[] | undefined {
  const first = block?.items[0];
  if (!block || !first || isOnOneLine(source, block.open.end, first.span.start)) return undefined;
  const indent = indentAt(source, first.span.start) || `${indentAt(source, span.start)}    `;
  return [insertion(source, block.open.end, `${lineEndOf(source)}${indent}${line}`)];
}

function isOnOneLine({ text }: SourceFile, start: number, end: number): boolean {
  return !text.slice(start, end).includes('\n');
}
