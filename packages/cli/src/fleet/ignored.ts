import { relative, resolve } from 'node:path';
import { realPath } from '../disk/real-path.ts';
import { pathPattern } from './path-pattern.ts';

/** What a configuration file leaves out. */
export interface Ignored {
  /** One without a slash fits a name at any depth; one that fits a folder fits all that is below it. */
  readonly patterns: readonly string[];
  /** The folder that they count from: that of the configuration file. */
  readonly folder: string;
  /** The configuration file, as messages call it. */
  readonly by: string;
}

/** Tells which files are left out. */
export function ignoredBy({ patterns, folder }: Ignored): (path: string) => boolean {
  const home = realPath(folder) ?? resolve(folder);
  const ignored = patterns.flatMap((text) => {
    const inside = text.replace(/\/+$/, '');
    return pathPattern(inside.includes('/') ? inside.replace(/^\/+/, '') : `**/${inside}`) ?? [];
  });
  return (path) => {
    if (ignored.length === 0) return false;
    const names = relative(home, resolve(path)).split(/[/\\]/);
    // What is not below the folder is none of its business.
    if (names[0] === '..') return false;
    return names.some((_, index) => ignored.some(({ fits }) => fits(names.slice(0, index + 1))));
  };
}
