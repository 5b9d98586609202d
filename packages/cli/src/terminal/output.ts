import { fstatSync, statSync, writeSync, type Stats } from 'node:fs';
import { isSystemError } from '../system-error.ts';
import { visible } from './visible.ts';

const stdout = 1;
const stderr = 2;

/*
 * Loading Node's streams takes 2 ms, a noticeable part of the command's time, and only a terminal
 * needs them. Files and pipes are written directly.
 */

/** Whether standard output goes to a terminal. */
export function isTerminal(): boolean {
  const stats = fstatSync(stdout);
  return stats.isCharacterDevice() && !isNullDevice(stats) && process.stdout.isTTY;
}

function isNullDevice({ rdev }: Stats): boolean {
  return statSync('/dev/null', { throwIfNoEntry: false })?.rdev === rdev;
}

/**
 * Writes a text, or the bytes of one, to standard output, to its end. A reader that has seen enough
 * (`| head`) ends it early, quietly.
 */
export async function print(text: string | Uint8Array): Promise<void> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const rest = isTerminal() ? bytes : bytes.subarray(writeWhatFits(bytes));
  if (rest.length > 0) await writeAsStream(rest);
}

/** A message for people, to standard error. */
export function say(...lines: readonly string[]): void {
  try {
    writeSync(stderr, `kalint: ${lines.map(visible).join('\n')}\n`);
  } catch {
    // Nobody can be told that nobody can be told.
  }
}

/** Writes until all is written, or until a pipe that does not block is full. */
function writeWhatFits(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(stdout, bytes, at);
    } catch (error) {
      if (isReaderGone(error)) return bytes.length;
      if (isSystemError(error) && error.code === 'EAGAIN') return at;
      throw error;
    }
  }
  return at;
}

function writeAsStream(bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (error: Error | null | undefined): void => {
      if (error && !isReaderGone(error)) reject(error);
      else resolve();
    };
    process.stdout.on('error', finish);
    process.stdout.write(bytes, finish);
  });
}

function isReaderGone(error: unknown): boolean {
  return isSystemError(error) && error.code === 'EPIPE';
}
