import { structuredPatch } from 'diff';
import type { Palette } from '../terminal/colour.ts';
import { visible } from '../terminal/visible.ts';
import type { Change } from './change.ts';

/** The difference of two texts, which hold no secrets, as `diff -u` shows it; nothing acts on a terminal. */
export function unifiedDiff(
  { path, before, after }: Pick<Change, 'path' | 'before' | 'after'>,
  palette: Palette,
): string {
  const { hunks } = structuredPatch(path, path, before, after, undefined, undefined, {
    context: 3,
  });
  const lines = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: changed }) => [
    palette.info(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`),
    ...changed.map((line) => coloured(visible(line.replace(/\r$/, '')), palette)),
  ]);
  const name = visible(path);
  return [palette.strong(`--- ${name}`), palette.strong(`+++ ${name}`), ...lines, ''].join('\n');
}

function coloured(line: string, { error, label }: Palette): string {
  if (line.startsWith('-')) return error(line);
  return line.startsWith('+') ? label(line) : line;
}
