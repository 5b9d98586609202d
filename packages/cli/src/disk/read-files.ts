import type { SourceFile } from '@kalint/parser';
import { realPath } from './real-path.ts';
import { readStandardInput, readText } from './read-text.ts';

/** A file, and how its text stands on the disk. */
export interface FileRead extends SourceFile {
  readonly encoding: 'utf-8' | 'latin-1';
  /** The text is that of standard input; on the disk there may be another one, or none. */
  readonly isStandardInput: boolean;
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

/**
 * Reads the files in the given order, each one once however often it is named.
 *
 * @param standardInput the name of the one whose text is that of standard input, whatever the disk has
 */
export function readFiles(paths: readonly string[], standardInput?: string): FilesRead {
  const sources: FileRead[] = [];
  const failures: string[] = [];
  const remarks: string[] = [];
  const firstNames = new Map<string, string>();
  const given = standardInput === undefined ? undefined : identityOf(standardInput);
  for (const path of paths) {
    if (path === '') {
      failures.push('the name of a file is empty; is a variable of a script not set?');
      continue;
    }
    const identity = identityOf(path);
    const first = firstNames.get(identity);
    if (first !== undefined) {
      const both =
        first === path ? `${path} is given twice` : `${path} is the same file as ${first}`;
      remarks.push(`${both}; it is read once`);
      continue;
    }
    firstNames.set(identity, path);
    const isStandardInput = identity === given;
    const outcome = isStandardInput ? readStandardInput(largestSize) : readText(path, largestSize);
    if ('failure' in outcome) {
      failures.push(`cannot read ${isStandardInput ? 'standard input' : path}: ${outcome.reason}`);
    } else {
      sources.push({ path, text: outcome.text, encoding: outcome.encoding, isStandardInput });
    }
  }
  return { sources, failures, remarks };
}

/** A pipe (`<(ssh lb1 cat ...)`) has no real path, and neither has a file that does not exist. */
function identityOf(path: string): string {
  return realPath(path) ?? path;
}
