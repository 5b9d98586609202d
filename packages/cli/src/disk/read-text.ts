import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { describeSystemError, isSystemError } from '../system-error.ts';
import { decode } from './decode.ts';

/** What became of a file. */
export type TextRead =
  | {
      readonly text: string;
      readonly encoding: 'utf-8' | 'latin-1';
      /** In bytes. */
      readonly size: number;
    }
  | { readonly failure: ReadFailure; readonly reason: string };

type ReadFailure = 'missing' | 'directory' | 'size' | 'not-text' | 'denied' | 'failed';

/** Reads a file that is at most so many bytes large. */
export function readText(path: string, largestSize: number): TextRead {
  return reading(() => {
    const file = openSync(path, constants.O_RDONLY);
    try {
      return readOpen(file, largestSize);
    } finally {
      closeSync(file);
    }
  });
}

/** Reads standard input to its end, which is at most so many bytes large. */
export function readStandardInput(largestSize: number): TextRead {
  return reading(() => readOpen(0, largestSize));
}

function reading(read: () => TextRead): TextRead {
  try {
    return read();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const { code } = error;
    return {
      failure: failures[code] ?? 'failed',
      reason: reasons[code] ?? describeSystemError(error),
    };
  }
}

const failures: Readonly<Record<string, ReadFailure>> = {
  ENOENT: 'missing',
  EACCES: 'denied',
  EPERM: 'denied',
};

const aDirectory = 'it is a directory; name the files in it';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of its path is not a directory',
  EISDIR: aDirectory,
  ENXIO: 'it is a device or a socket that does not answer',
};

function readOpen(file: number, largestSize: number): TextRead {
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
    const count = readChunk(file, chunk);
    if (count === 0) break;
    total += count;
    if (total > largestSize) return undefined;
    chunks.push(chunk.subarray(0, count));
    chunk = count < chunk.length ? chunk.subarray(count) : Buffer.allocUnsafe(65536);
  }
  return Buffer.concat(chunks, total);
}

/** How many bytes were read; waits where another process has made a pipe one that does not. */
function readChunk(file: number, chunk: Uint8Array): number {
  for (;;) {
    try {
      return readSync(file, chunk);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      // Windows says so of a pipe that has ended.
      if (error.code === 'EOF') return 0;
      if (error.code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
