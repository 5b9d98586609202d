import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildAll } from './build.ts';
import { declarationsFrom } from './declarations.ts';
import { packages, packAll, tarballOf } from './pack.ts';
import { runChecks, type Check } from './run-checks.ts';
import { expectStatus, run } from './run.ts';
import { undocumentedExports } from './undocumented.ts';

/*
 * Looks at the tarballs as they would be published: what publint and Are the Types Wrong say of them,
 * and whether the types that they hold are documented and need nothing that is not published.
 */

const folder = mkdtempSync(join(tmpdir(), 'kalint-publish-'));
const tools = resolve(import.meta.dirname, 'node_modules/.bin');

/** What the packages with types offer. */
const entries = {
  '@kalint/parser': ['dist/index.d.ts'],
  '@kalint/linter': ['dist/index.d.ts', 'dist/testing/index.d.ts'],
} as const;
const typed = Object.entries(entries);

function unpacked(name: string): string {
  const home = join(folder, name);
  mkdirSync(home, { recursive: true });
  expectStatus(0, run('tar', ['-xzf', tarballOf(folder, name), '-C', home], folder));
  return join(home, 'package');
}

function expectNone(what: string, found: readonly string[]): void {
  if (found.length > 0) throw new Error(`${what}:\n  ${found.join('\n  ')}`);
}

function declarationsIn(home: string): readonly string[] {
  return readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.d.ts'),
  );
}

/** Without comments and strings, which may name what they like. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/\/\*.*?\*\/|\/\/.*$/gms, '')
    .replace(/(?<!from )(["'])(?:\\.|(?!\1).)*\1/g, '""');
}

const checks: readonly Check[] = [
  ['the packages are built', buildAll],
  ['the packages are packed', () => packAll(folder)],
  [
    'publint finds nothing',
    () => {
      for (const name of Object.values(packages)) {
        const words = ['run', tarballOf(folder, name), '--strict'];
        expectStatus(0, run(join(tools, 'publint'), words, folder));
      }
    },
  ],
  [
    'the types are not wrong',
    () => {
      // The packages are ES modules: what older ways to import find does not count.
      for (const [name] of typed) {
        const words = [tarballOf(folder, name), '--profile', 'esm-only', '--no-color'];
        const output = expectStatus(0, run(join(tools, 'attw'), words, folder));
        if (!output.includes('bundler')) throw new Error(`nothing was looked at\n${output}`);
      }
    },
  ],
  [
    'the declarations are those to which the entries lead',
    () => {
      for (const [name, own] of typed) {
        const home = unpacked(name);
        const reached = declarationsFrom(home, own);
        const stray = declarationsIn(home).filter((file) => !reached.has(file));
        expectNone('no entry leads to', stray);
      }
    },
  ],
  [
    'they name neither Chevrotain nor any',
    () => {
      for (const [name] of typed) {
        const home = unpacked(name);
        const files = declarationsIn(home);
        if (files.length === 0) throw new Error(`${name} has no declarations`);
        const bad = files.filter((file) => /chevrotain|\bany\b/i.test(codeOf(join(home, file))));
        expectNone(`${name} names them`, bad);
      }
    },
  ],
  [
    'every export has a doc comment',
    () => {
      for (const [name, own] of typed) {
        const home = unpacked(name);
        const read = (file: string): string => readFileSync(join(home, file), 'utf8');
        expectNone(
          name,
          own.flatMap((entry) => undocumentedExports(entry, read)),
        );
      }
    },
  ],
];

process.exitCode = (await runChecks('publish', checks)) ? 0 : 1;
rmSync(folder, { recursive: true, force: true });
