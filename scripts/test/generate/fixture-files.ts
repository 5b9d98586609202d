import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../../..');

export interface FixtureFile {
  readonly path: string;
  readonly text: string;
}

/** Every configuration in fixtures/, the inputs of the syntax cases among them. */
export function fixtureFiles(): readonly FixtureFile[] {
  return filesBelow(join(root, 'fixtures')).flatMap(({ path, text }) => {
    if (path.endsWith('.conf')) return [{ path, text }];
    if (!path.startsWith('fixtures/syntax/')) return [];
    return text
      .split(/^=== /m)
      .slice(1)
      .map((each) => ({
        path: `${path}: ${each.slice(0, each.indexOf('\n'))}`,
        text: each.slice(each.indexOf('\n') + 1).split(/^==>\n/m)[0] ?? '',
      }));
  });
}

/** Configurations from the world, where they lie beside the project; see `corpusMissing`. */
export function corpusFiles(): readonly FixtureFile[] {
  return existsSync(corpus) ? filesBelow(corpus).filter(({ path }) => path.endsWith('.conf')) : [];
}

const corpus = join(root, '../shared/corpus');

export const corpusMissing = existsSync(corpus) ? false : '../shared/corpus is not here';

function filesBelow(folder: string): readonly FixtureFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: relative(root, file), text: readFileSync(file, 'utf8') }));
}
