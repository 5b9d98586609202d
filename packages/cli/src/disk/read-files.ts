import { closeSync, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import type { SourceFile } from '@kalint/parser';
import { isSystemError } from '../system-error.ts';
import { decode } from './decode.ts';

/** What became of the files on the command line. */
export interface FilesRead {
  readonly sources: readonly SourceFile[];
  /** Why a file could not be read; when there is one, the sources are not complete. */
  readonly failures: readonly string[];
  /** What is worth saying about files that could be read. */
  readonly remarks: readonly string[];
}

/** Far above any configuration, far below what would exhaust the memory. */
const largestSize = 64 * 1024 * 1024;

/** Reads the files in the given order, each one once however often it is named. */
export function readFiles(paths: readonly string[]): FilesRead {
  const sources: SourceFile[] = [];
  const failures: string[] = [];
  const remarks: string[] = [];
  const firstNames = new Map<string, string>();
  for (const path of paths) {
    const identity = realPath(path);
    const first = firstNames.get(identity);
    if (first !== undefined) {
      const both =
        first === path ? `${path} is given twice` : `${path} is the same file as ${first}`;
      remarks.push(`${both}; it is read once`);
      continue;
    }
    firstNames.set(identity, path);
    const outcome = readText(path);
    if ('failure' in outcome) {
      failures.push(`cannot read ${path}: ${outcome.failure}`);
    } else {
      sources.push({ path, text: outcome.text });
    }
  }
  return { sources, failures, remarks };
}

/** A pipe (`<(ssh lb1 cat ...)`) has no real path, and neither has a file that does not exist. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

type Outcome = { readonly text: string } | { readonly failure: string };

function readText(path: string): Outcome {
  try {
    const bytes = readBytes(path);
    if ('failure' in bytes) return bytes;
    const decoded = decode(bytes);
    return decoded.kind === 'text' ? decoded : { failure: decoded.reason };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { failure: reasons[error.code] ?? `the system says ${error.code}` };
  }
}

const aDirectory = 'it is a directory; name the files in it';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of its path is not a directory',
  EISDIR: aDirectory,
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'its symbolic links go round in a circle',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many open files',
  ENXIO: 'it is a device or a socket that does not answer',
};

function readBytes(path: string): Uint8Array | { readonly failure: string } {
  const file = openSync(path, 'r');
  try {
    const stats = fstatSync(file);
    if (stats.isDirectory()) return { failure: aDirectory };
    const chunks: Uint8Array[] = [];
    let total = 0;
    // One byte more than the size: then the end of the file is seen without a second chunk.
    let chunk = Buffer.allocUnsafe(Math.min(stats.size, largestSize) + 1);
    for (;;) {
      const count = readSync(file, chunk);
      if (count === 0) break;
      total += count;
      if (total > largestSize) return { failure: 'it is larger than 64 MiB' };
      chunks.push(chunk.subarray(0, count));
      chunk = count < chunk.length ? chunk.subarray(count) : Buffer.allocUnsafe(65536);
    }
    return Buffer.concat(chunks, total);
  } finally {
    closeSync(file);
  }
}
