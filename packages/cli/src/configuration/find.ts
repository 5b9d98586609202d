import { dirname, join, relative } from 'node:path';
import { folderOf } from '../disk/include-roots.ts';
import { realPath, statsOf } from '../disk/real-path.ts';

/** What a configuration file is called. */
export const configurationNames = [
  'kalint.config.json',
  'kalint.config.yaml',
  'kalint.config.yml',
] as const;

/**
 * The configuration files of the nearest folder that has one: that of a file, or the working directory when
 * there is none, then those above it. More than one is a mistake that the caller reports. The paths count
 * from the working directory.
 */
export function findConfiguration(file: string | undefined): readonly string[] {
  const folder = realPath(file === undefined ? '.' : nearestFolder(file));
  if (folder === undefined) return [];
  for (let at = folder; ; at = dirname(at)) {
    const found = configurationNames
      .map((name) => join(at, name))
      .filter((path) => statsOf(path)?.isFile());
    if (found.length > 0) return found.map(fromHere);
    if (dirname(at) === at) return [];
  }
}

/** The folder that a word of the command line is about: itself, that of the file, or where a pattern begins. */
function nearestFolder(word: string): string {
  if (statsOf(word)?.isDirectory()) return word;
  let folder = folderOf(word);
  while (realPath(folder) === undefined && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** A path as people in the working directory call it. */
export function fromHere(path: string): string {
  const here = realPath('.');
  return here === undefined ? path : relative(here, path) || '.';
}
