import { isAscii } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { publishDeclarations } from './declarations.ts';
import { writeRuleBook } from './rule-book.ts';
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';

/*
 * Builds what is published: for each package one bundle per entry, and the type declarations.
 * Chevrotain is bundled because loading its many modules takes longer than linting.
 */

const root = resolve(import.meta.dirname, '..');
const packages = ['parser', 'linter', 'cli'] as const;

const common: BuildOptions & { readonly metafile: true } = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  conditions: ['@kalint/source'],
  // The licences of what is bundled are collected in a file of their own.
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
};

/** Commander wants it for subcommands that are programs; kalint has none, and it loads slowly. */
const withoutChildProcess: Plugin = {
  name: 'without-child-process',
  setup({ onResolve, onLoad }) {
    const namespace = 'without-child-process';
    onResolve({ filter: /^node:child_process$/ }, ({ path }) => ({ path, namespace }));
    onLoad({ filter: /.*/, namespace }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** What the command loads only when it must, by the names of the bundles. */
const loadedLater = {
  'command.cjs': 'command.ts',
  'check.cjs': 'check/check.ts',
  'ast.cjs': 'ast/ast.ts',
  'baseline.cjs': 'baseline/baseline.ts',
  'changes.cjs': 'changes/changes.ts',
  'clusters.cjs': 'clusters/clusters.ts',
  'completions.cjs': 'completions/completions.ts',
  'failover.cjs': 'failover/failover.ts',
  'fleet.cjs': 'fleet/fleet.ts',
  'fleet-worker.cjs': 'fleet/worker.ts',
  'format.cjs': 'format/format.ts',
  'init.cjs': 'init/init.ts',
  'read-configuration.cjs': 'configuration/read-configuration.ts',
  'reporters.cjs': 'reporters/reporters.ts',
  'rules.cjs': 'rules/rules.ts',
  'timing.cjs': 'timing/timing.ts',
  'watch.cjs': 'watch/watch.ts',
} as const;

const commandSources = join(root, 'packages/cli/src');

const leaveForLater: Plugin = {
  name: 'leave-for-later',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const entry = relative(commandSources, join(resolveDir, path));
      const found = Object.entries(loadedLater).find(([, source]) => source === entry);
      return found && { path: `./${found[0]}`, external: true };
    });
  },
};

const shareLanguage: Plugin = {
  name: 'share-language',
  setup({ onResolve }) {
    onResolve({ filter: /^@kalint\// }, () => ({ path: './check.cjs', external: true }));
  },
};

const commandOptions = {
  ...common,
  format: 'cjs',
  minify: true,
  supported: { 'dynamic-import': false },
  define: { 'import.meta.dirname': '__dirname' },
} as const;

async function bundlePart(
  source: string,
  outfile: string,
  banner = '',
): Promise<Metafile['inputs']> {
  const { metafile } = await build({
    ...commandOptions,
    entryPoints: [join(commandSources, source)],
    outfile,
    banner: { js: banner },
    plugins: [withoutChildProcess, leaveForLater, shareLanguage],
  });
  return metafile.inputs;
}

/**
 * The check, and all of parser and linter, which the rest of the command takes from here. So they are shipped and
 * compiled once, and what they remember of a file, such as where its secrets are, all of the command knows.
 */
async function bundleCheck(outfile: string): Promise<Metafile['inputs']> {
  const { metafile } = await build({
    ...commandOptions,
    stdin: {
      contents: `
        export * from '@kalint/parser';
        export * from '@kalint/linter';
        export { check } from './check/check.ts';
      `,
      resolveDir: commandSources,
    },
    outfile,
    banner: { js: '(function (require, module, exports) {' },
    footer: { js: '})' },
    plugins: [leaveForLater],
  });
  // check-loader.cjs reads it as latin1. esbuild leaves the letters of regular expressions as they are written.
  if (!isAscii(readFileSync(outfile))) throw new Error(`${outfile} is not ASCII`);
  return metafile.inputs;
}

/**
 * Bundles the command into a folder: the entry, and what it loads only when it must. All is CommonJS, and
 * `import()` becomes `require()`, because for ES modules Node starts a second, slower loader.
 */
export async function bundleCommand(folder: string): Promise<void> {
  const parts = Object.entries(loadedLater).filter(([file]) => file !== 'check.cjs');
  const made = await Promise.all([
    bundlePart('main.ts', join(folder, 'kalint.cjs'), '#!/usr/bin/env node'),
    bundleCheck(join(folder, 'check.bundle')),
    ...parts.map(([file, source]) => bundlePart(source, join(folder, file))),
  ]);
  copyFileSync(join(commandSources, 'check/check-loader.cjs'), join(folder, 'check.cjs'));
  writeRuleBook(folder);
  chmodSync(join(folder, 'kalint.cjs'), 0o755);
  writeLicences(Object.assign({}, ...made), folder);
}

/** What V8 makes of the bundle, for the Node that builds; see packages/cli/src/check/check-loader.cjs. */
export function compileCommand(folder: string): void {
  runNode('scripts/code-cache.mjs', folder);
}

function runNode(...words: readonly string[]): void {
  const { status, error, stderr } = spawnSync(process.execPath, words, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}\n${stderr}`);
}

async function bundleLibrary(name: 'parser' | 'linter', entries: readonly string[]): Promise<void> {
  const { metafile } = await build({
    ...common,
    entryPoints: entries.map((entry) => `packages/${name}/src/${entry}`),
    outbase: `packages/${name}/src`,
    outdir: `packages/${name}/dist`,
    format: 'esm',
    external: ['@kalint/*'],
  });
  writeLicences(metafile.inputs, join(root, 'packages', name, 'dist'));
}

/** Everything that was bundled is free to be passed on, but only together with its licence. */
function writeLicences(inputs: Metafile['inputs'], folder: string): void {
  const texts = new Map<string, string>();
  for (const input of Object.keys(inputs)) {
    const home = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(input);
    const [, path = '', name = ''] = home ?? [];
    if (home && !texts.has(name)) texts.set(name, licenceOf(join(root, path)));
  }
  if (texts.size === 0) return;
  const sections = [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => `${name}\n\n${text}`);
  writeFileSync(join(folder, 'third-party-notices.txt'), sections.join(`\n${'-'.repeat(72)}\n\n`));
}

function licenceOf(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e(\.|$)/i.test(name));
  if (file) return readFileSync(join(folder, file), 'utf8');
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest && 'license' in manifest) {
    return `License: ${String(manifest.license)}\n`;
  }
  throw new Error(`no licence in ${folder}`);
}

function emitDeclarations(): void {
  const tsc = join(root, 'node_modules/.bin/tsc');
  const { status, error } = spawnSync(tsc, ['--build', 'packages/cli'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (error) throw error;
  if (status !== 0) throw new Error('the types do not fit (tsc --build packages/cli)');
}

export async function buildAll(): Promise<void> {
  // What a removed source file once became must not be published.
  for (const name of packages)
    rmSync(join(root, 'packages', name, 'dist'), { recursive: true, force: true });
  await Promise.all([
    bundleLibrary('parser', ['index.ts']),
    bundleLibrary('linter', ['index.ts', 'testing/index.ts']),
    bundleCommand(join(root, 'packages/cli/dist')),
  ]);
  compileCommand(join(root, 'packages/cli/dist'));
  emitDeclarations();
  publishDeclarations('parser', ['index.d.ts']);
  publishDeclarations('linter', ['index.d.ts', 'testing/index.d.ts']);
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) {
  try {
    await buildAll();
  } catch (error) {
    console.error(`build: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
