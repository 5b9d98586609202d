import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { realPath } from './real-path.ts';

/*
 * What kalint reads may appear in its report, and a report of a CI run may be public. So a
 * configuration cannot make it read what it likes.
 */

/** Whether the file at a path may be included, symbolic links followed; it need not exist. */
export type IsAllowed = (path: string) => boolean;

/**
 * Allows the files below some folders.
 *
 * @param roots real paths
 */
export function below(roots: readonly string[]): IsAllowed {
  const known = new Map<string, boolean>();
  return (path) => {
    const absolute = resolve(path);
    const answer = known.get(absolute) ?? isBelow(realOrPlanned(absolute), roots);
    known.set(absolute, answer);
    return answer;
  };
}

/**
 * The folder whose files a file may include anyway: the git work tree that it is in;
 * else the working directory, if the file is in it; else the folder of the file.
 */
export function projectOf(path: string): string {
  const folder = realPath(folderOf(path)) ?? resolve(folderOf(path));
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) break;
  }
  const here = process.cwd();
  return here !== '/' && isBelow(folder, [here]) ? here : folder;
}

/** The folder that relative names in a file count from; those from a pipe count from here. */
export function folderOf(path: string): string {
  return /^\/(?:dev|proc)\//.test(path) ? '.' : dirname(path);
}

function isBelow(path: string, roots: readonly string[]): boolean {
  return roots.some(
    (root) => path === root || path.startsWith(root.endsWith('/') ? root : `${root}/`),
  );
}

/** The real path of a file, or the one that it would have. */
function realOrPlanned(path: string): string {
  const real = realPath(path);
  if (real !== undefined) return real;
  const folder = dirname(path);
  return folder === path ? path : join(realOrPlanned(folder), basename(path));
}
