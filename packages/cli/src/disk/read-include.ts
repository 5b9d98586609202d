import { basename, dirname, join } from 'node:path';
import type { IncludeMatch, ReadInclude, Refusal, SourceFile } from '@kalint/parser';
import { createGlob, type GlobMatch } from './glob.ts';
import { below, folderOf, projectOf, type IsAllowed } from './include-roots.ts';
import { readText } from './read-text.ts';
import { realPath, statsOf } from './real-path.ts';

/** What all includes of a run may come to. */
const limits = { files: 10_000, bytes: 8 * 1024 * 1024 } as const;

/**
 * Reads included files from the disk.
 *
 * @param given the files that are read already: included, they are the same
 * @param allowed folders whose files may be included, besides the projects of the given files
 */
export function includeReader(
  given: readonly SourceFile[],
  allowed: readonly string[],
): ReadInclude {
  const roots = [...given.map(({ path }) => projectOf(path)), ...allowed];
  const isAllowed = below(roots.map((root) => realPath(root) ?? root));
  const read = fileReader(given, isAllowed);
  const glob = createGlob(isAllowed);
  return (pattern, from) =>
    glob(pattern, folderOf(from.path)).map((match) => toInclude(match, pattern, read));
}

function toInclude(
  match: GlobMatch,
  pattern: string,
  read: (path: string) => IncludeMatch,
): IncludeMatch {
  switch (match.kind) {
    case 'found':
      return read(match.path);
    case 'missing':
      return { path: match.path, refusal: { kind: 'missing' } };
    case 'outside':
    case 'denied':
      return { path: match.path, refusal: { kind: 'unread', because: match.kind } };
    case 'count':
      return { path: pattern, refusal: { kind: 'unread', because: 'count', limit: match.limit } };
  }
}

/** Reads files, each one once: the same file is always the same object. */
function fileReader(
  given: readonly SourceFile[],
  isAllowed: IsAllowed,
): (path: string) => IncludeMatch {
  // What comes through a pipe has no place on the disk: nothing there is the same file.
  const givenByPath = new Map(
    given.flatMap((source) => {
      const real = realPath(source.path);
      return real === undefined ? [] : [[real, source] as const];
    }),
  );
  const known = new Map<string, IncludeMatch>();
  let files = 0;
  let bytes = 0;
  const readOnce = (path: string): IncludeMatch => {
    const refused = (refusal: Refusal): IncludeMatch => ({ path, refusal });
    if (!isAllowed(path)) return refused({ kind: 'unread', because: 'outside' });
    const skipped = reasonToSkip(path);
    if (skipped) return refused({ kind: 'skipped', because: skipped });
    if (++files > limits.files) {
      return refused({ kind: 'unread', because: 'count', limit: limits.files });
    }
    const outcome = readText(path, limits.bytes - bytes);
    if ('text' in outcome) {
      bytes += outcome.size;
      return { path, text: outcome.text };
    }
    const { failure } = outcome;
    if (failure === 'missing') return refused({ kind: failure });
    if (failure === 'directory') return refused({ kind: 'skipped', because: failure });
    if (failure === 'size') {
      return refused({ kind: 'unread', because: failure, limit: limits.bytes });
    }
    return refused({ kind: 'unread', because: failure });
  };
  return (path) => {
    const named = givenByPath.get(realPath(path) ?? '');
    if (named) return named;
    // Another name of the same file is another file: what it includes counts from its own folder.
    const identity = join(realPath(dirname(path)) ?? dirname(path), basename(path));
    const match = known.get(identity) ?? readOnce(path);
    known.set(identity, match);
    return match;
  };
}

/** lib/parser.c, check_glob_file() */
function reasonToSkip(path: string): 'directory' | 'special' | 'executable' | undefined {
  const stats = statsOf(path);
  if (stats?.isDirectory()) return 'directory';
  if (!stats?.isFile()) return 'special';
  return (stats.mode & 0o111) === 0 ? undefined : 'executable';
}
