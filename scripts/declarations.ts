import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/**
 * Copies the type declarations of a package into its `dist`: those to which the entries lead, and no
 * others, for what is inside names the types of Chevrotain, which is not published.
 */
export function publishDeclarations(name: string, entries: readonly string[]): void {
  const emitted = join(root, 'node_modules/.cache/types', name);
  const published = join(root, 'packages', name, 'dist');
  for (const file of declarationsFrom(emitted, entries)) {
    mkdirSync(dirname(join(published, file)), { recursive: true });
    copyFileSync(join(emitted, file), join(published, file));
  }
}

/** The declarations to which some entries lead, by their paths in the folder. */
export function declarationsFrom(folder: string, entries: readonly string[]): ReadonlySet<string> {
  const found = new Set(entries);
  for (const file of found) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, target = ''] of text.matchAll(/(?:from |import\()["'](\.[^"']*)["']/g)) {
      found.add(join(dirname(file), target.replace(/\.ts$/, '.d.ts')));
    }
  }
  return found;
}
