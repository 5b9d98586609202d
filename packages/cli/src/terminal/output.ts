import { fstatSync, writeSync } from 'node:fs';
import { isNullDevice } from '../disk/null-device.ts';
import { isSystemError } from '../system-error.ts';
import { forLog } from './log-commands.ts';
import { visible } from './visible.ts';

const stdout = 1;
const stderr = 2;

/** Where a text is printed, other than messages, which go to standard error. */
export type Stream = 'stdout' | 'stderr';

/*
 * Loading Node's streams takes 2 ms, a noticeable part of the command's time, and only a terminal
 * needs them. Files and pipes are written directly.
 */

/** Whether standard output, or standard error, goes to a terminal. */
export function isTerminal(stream: Stream = 'stdout'): boolean {
  const stats = fstatSync(numberOf(stream));
  return stats.isCharacterDevice() && !isNullDevice(stats) && process[stream].isTTY;
}

function numberOf(stream: Stream): number {
  return stream === 'stdout' ? stdout : stderr;
}

/**
 * Writes a text, the pieces of one, or the bytes of one, to standard output, or standard error, to its end. A reader
 * that has seen enough (`| head`) ends it early, quietly.
 */
export async function print(
  text: string | readonly string[] | Uint8Array,
  to: Stream = 'stdout',
): Promise<void> {
  if (text instanceof Uint8Array) return printBytes(text, to);
  for (const piece of [text].flat()) await printBytes(Buffer.from(piece), to);
}

async function printBytes(bytes: Uint8Array, to: Stream): Promise<void> {
  const rest = isTerminal(to) ? bytes : bytes.subarray(writeWhatFits(bytes, to));
  if (rest.length > 0) await writeAsStream(rest, to);
}

/** A message for people, to standard error. */
export function say(...lines: readonly string[]): void {
  try {
    writeSync(stderr, forLog(`kalint: ${lines.map(visible).join('\n')}\n`));
  } catch {
    // Nobody can be told that nobody can be told.
  }
}

/** Writes until all is written, or until a pipe that does not block is full. */
function writeWhatFits(bytes: Uint8Array, to: Stream): number {
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(numberOf(to), bytes, at);
    } catch (error) {
      if (isReaderGone(error)) return bytes.length;
      if (isSystemError(error) && error.code === 'EAGAIN') return at;
      throw error;
    }
  }
  return at;
}

function writeAsStream(bytes: Uint8Array, to: Stream): Promise<void> {
  const stream = process[to];
  // The write says what has failed; an error that nobody listens to would end the process.
  if (stream.listenerCount('error') === 0) stream.on('error', () => undefined);
  return new Promise((resolve, reject) => {
    stream.write(bytes, (error) => {
      if (error && !isReaderGone(error)) reject(error);
      else resolve();
    });
  });
}

function isReaderGone(error: unknown): boolean {
  return isSystemError(error) && error.code === 'EPIPE';
}
