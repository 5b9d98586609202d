import type { Block, Statement } from '@kalint/parser';
import { insertion, type FileEdit } from '../../diagnostic.ts';
import { endOfLine, indentAt, lineBehind, lineEndOf, lineRemoval } from '../syntax/line-edits.ts';

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
