import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { isSystemError } from '../system-error.ts';
import { decode } from './decode.ts';

/** What became of a file. */
type TextRead =
  | {
      readonly text: string;
      readonly encoding: 'utf-8' | 'latin-1';
      /** In bytes. */
      readonly size: number;
    }
  | { readonly failure: ReadFailure; readonly reason: string };

type ReadFailure = 'directory' | 'size' | 'not-text' | 'denied' | 'failed';

/** Reads a file that is at most so many bytes large. */
export function readText(path: string, largestSize: number): TextRead {
  try {
    return readOpen(openSync(path, constants.O_RDONLY), largestSize);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const { code } = error;
    const failure = code === 'EACCES' || code === 'EPERM' ? 'denied' : 'failed';
    return { failure, reason: reasons[code] ?? `the system says ${code}` };
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

function readOpen(file: number, largestSize: number): TextRead {
  try {
    const stats = fstatSync(file);
    if (stats.isDirectory()) return { failure: 'directory', reason: aDirectory };
    const bytes = readBytes(file, Math.min(stats.size, largestSize), largestSize);
    if (!bytes) {
      return { failure: 'size', reason: `it is larger than ${largestSize / (1024 * 1024)} MiB` };
    }
    const decoded = decode(bytes);
    return decoded.kind === 'text'
      ? { text: decoded.text, encoding: decoded.encoding, size: bytes.length }
      : { failure: 'not-text', reason: decoded.reason };
  } finally {
    closeSync(file);
  }
}

/** All bytes of a file; undefined when there are too many. */
function readBytes(
  file: number,
  expectedSize: number,
  largestSize: number,
): Uint8Array | undefined {
  const chunks: Uint8Array[] = [];
  let total = 0;
  // One byte more than the size: then the end of the file is seen without a second chunk.
  let chunk = Buffer.allocUnsafe(expectedSize + 1);
  for (;;) {
    const count = readSync(file, chunk);
    if (count === 0) break;
    total += count;
    if (total > largestSize) return undefined;
    chunks.push(chunk.subarray(0, count));
    chunk = count < chunk.length ? chunk.subarray(count) : Buffer.allocUnsafe(65536);
  }
  return Buffer.concat(chunks, total);
}
