import { readdirSync, type Dirent } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { folderOfPattern, looksLikePattern } from '../disk/looks-like-pattern.ts';
import { realPath, statsOf } from '../disk/real-path.ts';

/*
 * What the system reports of a folder are hints: an editor that replaces a file, a symbolic link that is
 * turned, a folder that comes back all look different. So the state of the files decides what has changed.
 */

/** The state of what a run has looked at: of files when they were changed, of folders what is in them. */
export type Snapshot = ReadonlyMap<string, string>;

/** A word of the command line as a path in a snapshot, where a `/` at the end says what is in a folder. */
export function withoutSlash(word: string): string {
  return word.replace(/(?<=.)\/+$/, '');
}

/** The state of one file, folder, or of nothing. */
export function stateOf(path: string): string {
  const stats = statsOf(path);
  if (!stats) return 'missing';
  return stats.isDirectory() ? 'folder' : `${stats.ino} ${stats.size} ${stats.mtimeMs}`;
}

/** The states of the same paths as they are now. */
export function takenAgain(snapshot: Snapshot, ignored: readonly string[]): Snapshot {
  const isFolder = (path: string): boolean => path.endsWith('/');
  return new Map(
    [...snapshot.keys()].map((path) => [
      path,
      isFolder(path) ? namesIn(path, snapshot, ignored) : stateOf(path),
    ]),
  );
}

/** The first path whose state is another one in the other snapshot; undefined when none is. */
export function difference(a: Snapshot, b: Snapshot): string | undefined {
  for (const [path, state] of a) if (b.get(path) !== state) return path;
  return undefined;
}

/** What is in folders, each with a `/` behind it, taken down before a run. */
export type Listings = ReadonlyMap<string, readonly Dirent[]>;

/** What is now in the folders of files, and in those where files are looked for. */
export function listed(files: Snapshot): Listings {
  return new Map([...foldersOf(files)].map((folder) => [folder, entriesOf(folder)]));
}

/**
 * The same with the folders of the files, each with a `/` behind it: where new files may come to be included,
 * or found.
 *
 * @param ignored files that the run itself writes
 * @param earlier what was in folders before the run, which may have missed what has come since
 */
export function withFolders(
  files: Snapshot,
  ignored: readonly string[],
  earlier: Listings = new Map(),
): Snapshot {
  const all = new Map(files);
  for (const folder of foldersOf(files))
    all.set(folder, namesIn(folder, files, ignored, earlier.get(folder)));
  return all;
}

/** The folders to be watched so that every change is noticed: those of the files, and where links lead. */
export function watchedFolders(snapshot: Snapshot): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of snapshot.keys()) {
    const full = resolve(path);
    folders.add(path.endsWith('/') ? full : nearestFolder(dirname(full)));
    const real = realPath(full);
    if (real !== undefined) folders.add(dirname(real));
  }
  return folders;
}

/** The folders of files, and those below where files are looked for; so many that it takes little time. */
function foldersOf(files: Snapshot): ReadonlySet<string> {
  const folders = new Set([...files].map(([path]) => named(dirname(path))));
  const open = [...files].flatMap(([path, state]) => rootOf(path, state) ?? []);
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    if (folders.size >= mostFolders) break;
    folders.add(folder);
    const parent = folder;
    open.push(...subfolders(parent).map((name) => named(join(parent, name))));
  }
  return folders;
}

const mostFolders = 2000;

/** Where files are looked for: in a folder, or in that with which a pattern begins. */
function rootOf(path: string, state: string): string | undefined {
  if (state === 'folder') return named(path);
  const isPattern = state === 'missing' && looksLikePattern(path);
  return isPattern ? named(folderOfPattern(path) || '.') : undefined;
}

function named(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}

function subfolders(folder: string): readonly string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory() && !/^(?:\.|node_modules$)/.test(entry.name))
    .map(({ name }) => name);
}

function nearestFolder(folder: string): string {
  const parent = dirname(folder);
  return parent === folder || statsOf(folder)?.isDirectory() ? folder : nearestFolder(parent);
}

/**
 * The folders in a folder, and the files that end as one that was looked at: the copies that editors keep
 * for themselves end in another way.
 */
function namesIn(
  folder: string,
  files: Snapshot,
  ignored: readonly string[],
  entries: readonly Dirent[] = entriesOf(folder),
): string {
  const there = [...files].filter(([path, state]) => !path.endsWith('/') && state !== 'missing');
  const endings = new Set(there.map(([path]) => extname(path)));
  const ownFiles = new Set(ignored.map((path) => resolve(path)));
  return entries
    .filter((entry) => entry.isDirectory() || endings.has(extname(entry.name)))
    .map(({ name }) => name)
    .filter((name) => !ownFiles.has(resolve(join(folder, name))))
    .sort()
    .join('/');
}

/** None when there is no such folder, or it cannot be read. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
