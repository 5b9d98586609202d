import type { Statement, Word } from '@kalint/parser';
import type { FileEdit } from '../../diagnostic.ts';
import { lineRemoval, removal } from '../line-edits.ts';

/** Removes a setting with its line, or an option from the line that it stands on. */
export function removalOf(at: Statement | Word): FileEdit {
  if ('keyword' in at) return lineRemoval(at);
  const { source, span } = at;
  const blanks = /[ \t]*$/.exec(source.text.slice(0, span.start))?.[0].length ?? 0;
  return removal(source, { start: span.start - blanks, end: span.end });
}
