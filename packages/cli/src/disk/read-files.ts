import type { SourceFile } from '@kalint/parser';
import { realPath } from './real-path.ts';
import { readText } from './read-text.ts';

/** A file, and how its text stands on the disk. */
export interface FileRead extends SourceFile {
  readonly encoding: 'utf-8' | 'latin-1';
}

/** What became of the files on the command line. */
interface FilesRead {
  readonly sources: readonly FileRead[];
  /** Why a file could not be read; when there is one, the sources are not complete. */
  readonly failures: readonly string[];
  /** What is worth saying about files that could be read. */
  readonly remarks: readonly string[];
}

/** In bytes: far above any configuration, far below what would exhaust the memory. */
export const largestSize = 16 * 1024 * 1024;

/** Reads the files in the given order, each one once however often it is named. */
export function readFiles(paths: readonly string[]): FilesRead {
  const sources: FileRead[] = [];
  const failures: string[] = [];
  const remarks: string[] = [];
  const firstNames = new Map<string, string>();
  for (const path of paths) {
    // A pipe (`<(ssh lb1 cat ...)`) has no real path, and neither has a file that does not exist.
    const identity = realPath(path) ?? path;
    const first = firstNames.get(identity);
    if (first !== undefined) {
      const both =
        first === path ? `${path} is given twice` : `${path} is the same file as ${first}`;
      remarks.push(`${both}; it is read once`);
      continue;
    }
    firstNames.set(identity, path);
    const outcome = readText(path, largestSize);
    if ('failure' in outcome) {
      failures.push(`cannot read ${path}: ${outcome.reason}`);
    } else {
      sources.push({ path, text: outcome.text, encoding: outcome.encoding });
    }
  }
  return { sources, failures, remarks };
}
