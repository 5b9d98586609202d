import { braceAlternatives } from '../disk/brace-alternatives.ts';
import { nameMatcher } from '../disk/glob.ts';

/** Which paths fit a pattern; paths are the names on the way, the outermost first. */
export interface PathPattern {
  readonly fits: (path: readonly string[]) => boolean;
  /** Whether something below a folder may fit. */
  readonly leadsInto: (folder: readonly string[]) => boolean;
}

/** So many ways to read the braces of a pattern are tried. */
const mostAlternatives = 1_000;

/**
 * The pattern that a text stands for: `*`, `?`, `[a-z]` and `{a,b}` as where keepalived includes files, and
 * `**` for any folders. Undefined when its braces stand for too much. A name that begins with a dot fits only
 * what does, too. A regular expression would be shorter, but a project's configuration file must not be able to
 * make it take for ever.
 */
export function pathPattern(text: string): PathPattern | undefined {
  const alternatives = braceAlternatives(text, mostAlternatives);
  if (!alternatives) return undefined;
  const patterns = alternatives.map(namesOf);
  return {
    fits: (path) => patterns.some((names) => ends(names, path).has(names.length)),
    leadsInto: (folder) =>
      patterns.some((names) => [...ends(names, folder)].some((at) => at < names.length)),
  };
}

type Name = 'any-folders' | ((name: string) => boolean);

function namesOf(pattern: string): readonly Name[] {
  return pattern
    .split('/')
    .filter((name) => name !== '' && name !== '.')
    .map((name) => (name === '**' ? 'any-folders' : nameMatcher(name)));
}

/** How many names of a pattern a path may have used up when it ends. */
function ends(names: readonly Name[], path: readonly string[]): ReadonlySet<number> {
  let open = withoutFolders(names, new Set([0]));
  for (const each of path) {
    const next = new Set<number>();
    for (const at of open) {
      const name = names[at];
      if (name === 'any-folders') {
        if (!each.startsWith('.')) next.add(at);
      } else if (name?.(each)) next.add(at + 1);
    }
    open = withoutFolders(names, next);
  }
  return open;
}

/** `**` stands for no folder, too. */
function withoutFolders(names: readonly Name[], open: Set<number>): Set<number> {
  for (const at of open) if (names[at] === 'any-folders') open.add(at + 1);
  return open;
}
