import { realpathSync, statSync, type Stats } from 'node:fs';

/** The path without symbolic links; undefined when there is none, or nothing is there. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** What the system says of a file, symbolic links followed; undefined when it says nothing. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
