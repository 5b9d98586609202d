import writeFileAtomic from 'write-file-atomic';
import { readText } from '../disk/read-text.ts';
import { statsOf } from '../disk/real-path.ts';
import { isSystemError } from '../system-error.ts';
import type { Change } from './change.ts';

/**
 * Writes changed files: each one whole or not at all, with its mode and owner, and where a symbolic link
 * leads. Returns why files could not be written.
 */
export function writeChanges(changes: readonly Change[]): readonly string[] {
  return changes.flatMap((change) => {
    const reason = reasonAgainst(change) ?? failureOfWriting(change);
    return reason === undefined ? [] : [`cannot write ${change.path}: ${reason}`];
  });
}

function reasonAgainst({ path, before, after, encoding }: Change): string | undefined {
  if (!statsOf(path)?.isFile()) return 'it is not a regular file';
  if (encoding === 'latin-1' && /[^\0-\xff]/.test(after))
    return 'it is no UTF-8, and the repair has characters that it cannot have';
  const now = readText(path, Number.POSITIVE_INFINITY);
  return 'text' in now && now.text === before ? undefined : 'it has changed while it was checked';
}

function failureOfWriting({ path, after, encoding }: Change): string | undefined {
  try {
    writeFileAtomic.sync(path, after, encoding === 'latin-1' ? 'latin1' : 'utf8');
    return undefined;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return `the system says ${error.code}`;
  }
}
