import { cpSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expectStatus, run } from '../run.ts';

const root = resolve(import.meta.dirname, '../..');

/** Copies what a clone of the repository would hold, with the changes that are not committed yet. */
export function checkOut(folder: string): void {
  const words = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  for (const file of expectStatus(0, run('git', words, root)).split('\0')) {
    // What is deleted, but not committed yet, is named, too.
    if (file !== '' && existsSync(join(root, file)))
      cpSync(join(root, file), join(folder, file), { verbatimSymlinks: true });
  }
}

/** Makes a repository of a folder, with all its files in one commit. */
export function commitAll(folder: string): void {
  const identity = ['-c', 'user.name=kalint', '-c', 'user.email=kalint@example.org'];
  for (const words of [
    ['init', '--quiet', '--initial-branch=main'],
    ['add', '--all', '--force', '.'],
    [...identity, '-c', 'commit.gpgsign=false', 'commit', '--quiet', '--message=all'],
  ])
    expectStatus(0, run('git', words, folder));
}
