import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import { readText } from '../disk/read-text.ts';
import { realPath, statsOf } from '../disk/real-path.ts';
import { writeAtomically } from '../disk/write-atomically.ts';
import { describeSystemError, isSystemError } from '../system-error.ts';
import type { Change } from './change.ts';

/**
 * Writes changed files: each one whole or not at all, with its mode and owner, and where a symbolic link
 * leads. When one of them cannot be written, none is: the nodes of a cluster change together. Returns
 * why not, or what was written before the disk failed.
 */
export function writeChanges(changes: readonly Change[]): readonly string[] {
  const reasons = changes.flatMap((change) => {
    const reason = reasonAgainst(change);
    return reason === undefined ? [] : [`cannot write ${change.path}: ${reason}`];
  });
  if (reasons.length > 0) return reasons;
  for (const [index, change] of changes.entries()) {
    const failure = failureOfWriting(change);
    if (failure === undefined) continue;
    const written = changes.slice(0, index).map(({ path }) => `${path} is written`);
    return [`cannot write ${change.path}: ${failure}`, ...written];
  }
  return [];
}

function reasonAgainst({ path, before, after, encoding }: Change): string | undefined {
  const stats = statsOf(path);
  if (!stats) return 'it is no longer there';
  if (!stats.isFile()) return 'it is not a regular file';
  // A new file takes the place of the old one: the other names would keep the old text.
  if (stats.nlink > 1) return 'it has several names (hard links)';
  if (!isWritable(path)) return 'permission denied';
  // Where the new file is made.
  const folder = dirname(realPath(path) ?? path);
  if (!isWritable(folder)) return `permission denied for new files in ${folder}`;
  if (encoding === 'latin-1' && /[^\0-\xff]/.test(after))
    return 'it is no UTF-8, and the repair has characters that it cannot have';
  const now = readText(path, Number.POSITIVE_INFINITY);
  return 'text' in now && now.text === before ? undefined : 'it has changed while it was checked';
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function failureOfWriting({ path, after, encoding }: Change): string | undefined {
  try {
    writeAtomically(path, Buffer.from(after, encoding === 'latin-1' ? 'latin1' : 'utf8'));
    return undefined;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return describeSystemError(error);
  }
}
