import { structuredPatch } from 'diff';
import type { Palette } from '../terminal/colour.ts';
import { visible } from '../terminal/visible.ts';
import type { Change } from './change.ts';

interface Hunk {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
  readonly lines: readonly string[];
}

/** The difference of two texts, which hold no secrets, as `diff -u` shows it; nothing acts on a terminal. */
export function unifiedDiff(
  { path, before, after }: Pick<Change, 'path' | 'before' | 'after'>,
  palette: Palette,
): string {
  const patch = structuredPatch(path, path, before, after, undefined, undefined, {
    context: 3,
    timeout: longestSearch,
  });
  const lines = (patch?.hunks ?? [wholeText(before, after)]).flatMap(
    ({ oldStart, oldLines, newStart, newLines, lines: changed }) => [
      palette.info(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`),
      ...changed.map((line) => coloured(visible(line.replace(/\r$/, '')), palette)),
    ],
  );
  const name = visible(path);
  return [palette.strong(`--- ${name}`), palette.strong(`+++ ${name}`), ...lines, ''].join('\n');
}

function coloured(line: string, { error, label }: Palette): string {
  if (line.startsWith('-')) return error(line);
  return line.startsWith('+') ? label(line) : line;
}

/** In milliseconds. The search for the shortest difference takes long where nearly all lines differ. */
const longestSearch = 1000;

/** The difference that needs no search. */
function wholeText(before: string, after: string): Hunk {
  const [old, now] = [before, after].map((text) => text.replace(/\n$/, '').split('\n'));
  const lines = [
    ...(old ?? []).map((line) => `-${line}`),
    ...(now ?? []).map((line) => `+${line}`),
  ];
  return {
    ...{ oldStart: 1, oldLines: old?.length ?? 0, newStart: 1, newLines: now?.length ?? 0 },
    lines,
  };
}
