import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expectStatus, run } from './run.ts';

/** The published packages, by their folders. */
export const packages = {
  parser: '@kalint/parser',
  linter: '@kalint/linter',
  cli: 'kalint',
} as const;

/** Packs the packages, which are built, as they would be published. */
export function packAll(folder: string): void {
  for (const name of Object.keys(packages)) {
    const words = ['-y', 'pnpm@10', 'pack', '--pack-destination', folder];
    const home = resolve(import.meta.dirname, '../packages', name);
    expectStatus(0, run('npx', words, home));
  }
}

/** The tarball of a package in the folder into which it was packed. */
export function tarballOf(folder: string, name: string): string {
  const file = readdirSync(folder).find(
    (each) => each.endsWith('.tgz') && each.startsWith(name.replace('@', '').replace('/', '-')),
  );
  if (!file) throw new Error(`no tarball of ${name}`);
  return join(folder, file);
}
