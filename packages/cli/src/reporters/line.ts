import { visible } from '../terminal/visible.ts';

/*
 * Formats of which each line stands for itself. What reads them knows a line by how it begins.
 */

/**
 * A file's name where a line begins. GitHub takes a line that begins with `::` for a command, so the same name is
 * written in another way.
 */
export function nameAtLineStart(path: string): string {
  const shown = visible(path);
  return shown.trimStart().startsWith('::') ? `./${shown}` : shown;
}
