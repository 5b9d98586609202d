import { posix } from 'node:path';
import type { IncludeMatch, ReadInclude, SourceFile } from '@kalint/parser';

/**
 * Finds the files of includes among some files, by their paths. Of wildcards it knows `*`; what an
 * absolute path names is out of reach.
 */
export function readAmong(files: readonly SourceFile[]): ReadInclude {
  return (pattern, from) => {
    if (pattern.startsWith('/')) {
      return [{ path: pattern, refusal: { kind: 'unread', because: 'outside' } }];
    }
    const path = posix.join(posix.dirname(from.path), pattern);
    if (path.includes('*')) return files.filter((file) => fits(path, file));
    return [files.find((file) => file.path === path) ?? withoutFile(pattern, path, files)];
  };
}

function fits(pattern: string, { path }: SourceFile): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?()[\]{}|^$\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]*')}$`).test(path);
}

function withoutFile(pattern: string, path: string, files: readonly SourceFile[]): IncludeMatch {
  const isFolder = files.some((file) => file.path.startsWith(`${path}/`));
  return {
    path: pattern,
    refusal: isFolder ? { kind: 'skipped', because: 'directory' } : { kind: 'missing' },
  };
}
