import { existsSync } from 'node:fs';
import system, { basename, dirname, join, parse, resolve, type PlatformPath } from 'node:path';
import { realPath } from './real-path.ts';

/*
 * What kalint reads may appear in its report, and a report of a CI run may be public. So a
 * configuration cannot make it read what it likes.
 */

/** Whether the file at a path may be included, symbolic links followed; it need not exist. */
export type IsAllowed = (path: string) => boolean;

/**
 * Allows the files below some folders, but for what git keeps there: its configuration may hold a token.
 *
 * @param roots real paths
 */
export function below(roots: readonly string[]): IsAllowed {
  const known = new Map<string, Place>();
  return (path) => {
    const { real } = placeOf(resolve(path), known);
    return isBelow(real, roots) && !roots.some((root) => isGitsOwn(real, root));
  };
}

/** Whether a path leads through a `.git` that lies below the root. */
function isGitsOwn(path: string, root: string): boolean {
  return isBelow(path, [root]) && system.relative(root, path).split(system.sep).includes('.git');
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
  return here !== parse(here).root && isBelow(folder, [here]) ? here : folder;
}

/** The folder that relative names in a file count from; those from a pipe count from here. */
export function folderOf(path: string): string {
  return /^\/(?:dev|proc)\//.test(path) ? '.' : dirname(path);
}

/**
 * Whether a path is one of some folders, or leads into one.
 *
 * @param path absolute, and without symbolic links, as the roots are
 * @param paths how the system writes paths
 */
export function isBelow(
  path: string,
  roots: readonly string[],
  { relative, isAbsolute, sep }: PlatformPath = system,
): boolean {
  return roots.some((root) => {
    const way = relative(root, path);
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  });
}

interface Place {
  /** The real path of a file, or the one that it would have. */
  readonly real: string;
  readonly exists: boolean;
}

/** Asks the disk once for each path, and not at all below what is not there. */
function placeOf(path: string, known: Map<string, Place>): Place {
  const place = known.get(path) ?? lookUp(path, known);
  known.set(path, place);
  return place;
}

function lookUp(path: string, known: Map<string, Place>): Place {
  const folder = dirname(path);
  if (folder === path) return { real: path, exists: true };
  const parent = placeOf(folder, known);
  const real = parent.exists ? realPath(path) : undefined;
  return { real: real ?? join(parent.real, basename(path)), exists: real !== undefined };
}
