import type { Location, SourceFile, Span, Word } from '@kalint/parser';
import { insertion, type FileEdit, type Fix } from '../../diagnostic.ts';

/*
 * There is no comment of several lines in keepalived.conf: each line of it is read as any other.
 */

const regions = new WeakMap<SourceFile, readonly Span[]>();

/** What of a file stands between `/*` at the beginning of a line and its end, when that is on another line. */
function blockComments(source: SourceFile): readonly Span[] {
  const known = regions.get(source);
  if (known) return known;
  const found: Span[] = [];
  const { text } = source;
  const opening = /^[ \t]*\/\*/gm;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const close = text.indexOf('*/', match.index);
    if (close === -1) break;
    const start = match.index + match[0].length - 2;
    if (text.slice(start, close).includes('\n')) found.push({ start, end: close + 2 });
    opening.lastIndex = close + 2;
  }
  regions.set(source, found);
  return found;
}

/** The comment that begins with a word. */
export function blockCommentFrom({ source, span }: Location): Span | undefined {
  return blockComments(source).find(({ start }) => start === span.start);
}

/** Whether a word is one of such a comment, but not its beginning. */
export function isInBlockComment({ source, span }: Word): boolean {
  return blockComments(source).some(({ start, end }) => start < span.start && span.start < end);
}

/** Makes a comment of each of the lines; not when a brace is among them, which counts. */
export function lineComments(
  source: SourceFile,
  { start, end }: Span,
  safety: Fix['safety'],
): Fix | undefined {
  const comment = source.text.slice(start, end);
  const behind = /^[^\n]*/.exec(source.text.slice(end))?.[0] ?? '';
  if (/[{}]/.test(comment) || behind.trim() !== '') return undefined;
  const edits: FileEdit[] = [{ source, span: { start, end: start + 2 }, text: '#' }];
  for (const { index, 0: blanks } of comment.matchAll(/\n[ \t]*(?=\S)/g)) {
    edits.push(insertion(source, start + index + blanks.length, '# '));
  }
  return { title: 'write `#` before each line', safety, edits };
}
