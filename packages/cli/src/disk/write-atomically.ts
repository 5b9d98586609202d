import { writeFileSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';

/**
 * Writes a file whole or not at all, with the mode and the owner of the one whose place it takes, where a symbolic
 * link leads. Throws the system's errors.
 *
 * The bytes are written here: write-file-atomic (7.0.1) hands them over once, and a disk that is nearly full takes a
 * part of them without an error.
 */
export function writeAtomically(path: string, bytes: Buffer): void {
  writeFileAtomic.sync(path, '', { tmpfileCreated: (made) => writeFileSync(made, bytes) });
}
