import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { braceAlternatives } from './brace-alternatives.ts';
import { isSystemError } from '../system-error.ts';
import type { IsAllowed } from './include-roots.ts';
import { statsOf } from './real-path.ts';

/** What a pattern led to. */
export type GlobMatch =
  | { readonly kind: 'found' | 'missing' | 'outside' | 'denied'; readonly path: string }
  /** Too many to look at. */
  | { readonly kind: 'count'; readonly limit: number };

/** What one pattern may come to, and, for entries and folders, all patterns of a run. */
const limits = { matches: 10_000, alternatives: 1_000, entries: 150_000, folders: 5_000 } as const;

/** Finds files by patterns. */
type Glob = (pattern: string, folder: string) => readonly GlobMatch[];

/**
 * Finds the files that fit a pattern: glob(3) with GLOB_BRACE, as lib/parser.c, open_and_check_glob()
 * calls it. `*` does not match a dot at the beginning of a name, and `**` is `*`. The alternatives of
 * braces come in their order, and what fits each of them is sorted by bytes. Relative patterns count
 * from the folder that is given.
 */
export function createGlob(isAllowed: IsAllowed): Glob {
  const walk: Walk = { isAllowed, entries: 0, folders: 0 };
  const known = new Map<string, readonly GlobMatch[]>();
  return (pattern, folder) => {
    const key = `${folder}\0${pattern}`;
    const matches = known.get(key) ?? glob(pattern, folder, walk);
    known.set(key, matches);
    return matches;
  };
}

interface Walk {
  readonly isAllowed: IsAllowed;
  /** Names of files looked at so far. */
  entries: number;
  /** Folders read so far. */
  folders: number;
}

function glob(pattern: string, folder: string, walk: Walk): readonly GlobMatch[] {
  const alternatives = braceAlternatives(pattern, limits.alternatives);
  if (!alternatives) return [{ kind: 'count', limit: limits.alternatives }];
  const all: GlobMatch[] = [];
  for (const alternative of alternatives) {
    const base = alternative.startsWith('/') ? '/' : folder;
    const names = alternative.split('/').filter((name) => name !== '');
    // Each folder on the way is looked at, by a path that grows on the way.
    walk.entries += names.length ** 2;
    if (walk.entries > limits.entries) return [{ kind: 'count', limit: limits.entries }];
    const found = names.length === 0 ? [] : matchesIn(base, names, walk);
    const limit = exceeded(walk, all.length + found.length);
    if (limit !== undefined) return [{ kind: 'count', limit }];
    all.push(...found.sort(byPath));
  }
  return all;
}

/** The limit that does not allow any more. */
function exceeded({ entries, folders }: Walk, matches: number): number | undefined {
  if (entries > limits.entries) return limits.entries;
  if (folders > limits.folders) return limits.folders;
  return matches > limits.matches ? limits.matches : undefined;
}

/** What fits the rest of a pattern below a folder. */
function matchesIn(folder: string, names: readonly string[], walk: Walk): GlobMatch[] {
  const [name = '', ...rest] = names;
  if (!/[*?[]/.test(name)) {
    const path = join(folder, name.replace(/\\(.)/g, '$1'));
    return rest.length > 0 ? matchesIn(path, rest, walk) : [look(path, walk)];
  }
  if (!walk.isAllowed(folder)) return [{ kind: 'outside', path: join(folder, ...names) }];
  walk.folders++;
  if (exceeded(walk, 0) !== undefined) return [];
  const entries = namesIn(folder);
  if (typeof entries === 'string') return [{ kind: entries, path: `${folder}/` }];
  walk.entries += entries.length;
  const fits = nameMatcher(name);
  const paths = entries.filter(fits).map((entry) => join(folder, entry));
  if (rest.length === 0) return paths.map((path) => ({ kind: 'found', path }));
  return paths
    .filter((path) => statsOf(path)?.isDirectory())
    .flatMap((path) => matchesIn(path, rest, walk))
    .filter(({ kind }) => kind !== 'missing');
}

function look(path: string, walk: Walk): GlobMatch {
  walk.entries++;
  if (!walk.isAllowed(path)) return { kind: 'outside', path };
  return { kind: isThere(path) ? 'found' : 'missing', path };
}

/** A symbolic link that leads nowhere is there, too. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

function namesIn(folder: string): readonly string[] | 'missing' | 'denied' {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return error.code === 'EACCES' ? 'denied' : 'missing';
  }
}

/** Tells which names fit a pattern: fnmatch(3) with FNM_PERIOD. Time grows with pattern times name. */
export function nameMatcher(pattern: string): (name: string) => boolean {
  const matchesDot = /^\\?\./.test(pattern);
  const fits = starMatcher(pattern.match(parts) ?? []);
  return (name) => (matchesDot || !name.startsWith('.')) && fits(name);
}

/** An escaped character, a bracket expression, or any character. */
const parts = /\\[^]|\[[!^]?\]?(?:\[:[a-z]+:\]|\\[^]|[^\]\\])*\]|[^]/g;

/**
 * Goes back to the last star only: a regular expression with many of them takes for ever on a name that almost
 * fits.
 */
function starMatcher(pattern: readonly string[]): (name: string) => boolean {
  const tests = pattern.map((part) => (part === '*' ? 'star' : characterMatcher(part)));
  return (name) => {
    let at = 0;
    let index = 0;
    let star: { readonly index: number; at: number } | undefined;
    while (at < name.length) {
      const test = tests[index];
      if (test === 'star') {
        star = { index: ++index, at };
      } else if (test?.(name.charAt(at))) {
        index++;
        at++;
      } else if (star) {
        at = ++star.at;
        index = star.index;
      } else return false;
    }
    return tests.slice(index).every((test) => test === 'star');
  };
}

/** Whether a character fits a part of a pattern that is no star. */
function characterMatcher(part: string): (character: string) => boolean {
  if (part === '?') return () => true;
  if (part.startsWith('\\')) return (character) => character === part.charAt(1);
  if (part.length === 1) return (character) => character === part;
  const expression = picomatch.makeRe(part, { nobrace: true, noextglob: true, posix: true });
  return (character) => expression.test(character);
}

function byPath(a: GlobMatch, b: GlobMatch): number {
  return 'path' in a && 'path' in b ? Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)) : 0;
}
