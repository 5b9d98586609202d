import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { Configuration } from '../../src/configuration/configuration.ts';
import type { KnownRule } from '../../src/configuration/content.ts';
import type { Mistakes } from '../../src/configuration/load.ts';
import { readConfiguration } from '../../src/configuration/read-configuration.ts';

/** The rules that the tests know. */
export const knownRules: readonly KnownRule[] = [
  { id: 'equal-priority', summary: 'two nodes have the same priority' },
  { id: 'unused-script', summary: 'a script that nothing uses' },
];

/** A folder for the tests of one file. */
export interface Project {
  readonly folder: string;
  /** Writes a file, and the folders above it. */
  readonly write: (name: string, content: string | Uint8Array) => string;
  /** Writes a configuration file, and reads it. */
  readonly read: (text: string | Uint8Array, name?: string) => Configuration | Mistakes;
}

export function project(): Project {
  const folder = mkdtempSync(join(tmpdir(), 'kalint-configuration-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write: Project['write'] = (name, content) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  return {
    folder,
    write,
    read: (text, name = 'kalint.config.yaml') =>
      readConfiguration(
        { path: write(name, text), isNamed: false },
        { rules: knownRules, includeRoots: [] },
      ),
  };
}

/** What is wrong with it: `LINE:COLUMN: message` of each mistake, or that nothing is. */
export function mistakesIn(read: Configuration | Mistakes): readonly string[] {
  return 'mistakes' in read
    ? read.mistakes.map((each) => each.replace(/^\S*kalint\.config\.(?:json|ya?ml):/, ''))
    : [];
}
