import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildAll } from './build.ts';
import { nodeFrom, nodeReleases, type NodeFolder } from './other-nodes.ts';
import { packages, packAll, tarballOf } from './pack.ts';
import { runChecks, type Check } from './run-checks.ts';
import { expectStatus, run, type Run } from './run.ts';

/*
 * Packs the packages as they would be published, installs them into an empty project, and uses them
 * there: nothing of the workspace can help them any more.
 */

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'kalint-smoke-'));
const project = join(folder, 'project');
const alone = join(folder, 'alone');

/** In bytes. */
const largestTarball = 600_000;

function expectPart(part: string, text: string): void {
  if (!text.includes(part)) throw new Error(`no ${JSON.stringify(part)} in\n${text}`);
}

function fencedBlock(language: string): string {
  const text = readFileSync(join(root, 'docs/library.md'), 'utf8');
  const block = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'ms').exec(text)?.[1];
  if (block === undefined) throw new Error(`docs/library.md has no ${language} block`);
  return block;
}

const consumer = `
import { defineRule, lint, type Diagnostic } from '@kalint/linter';
import { differences } from '@kalint/linter/testing';
import { newestRelease, parse, positionAt, type Release, type SourceFile } from '@kalint/parser';

const source: SourceFile = { path: 'keepalived.conf', text: 'vrrp_instance A {}' };
const release: Release = newestRelease;
const rule = defineRule({
  id: 'no-blocks',
  scope: 'config',
  severity: 'info',
  summary: 'A file has an instance',
  check: ({ config }, { report, quote }) => {
    for (const instance of config.vrrp_instance ?? []) {
      const id: number | undefined = instance.virtual_router_id?.value;
      const { keyword } = instance.statements[0];
      report({ at: keyword, message: \`\${quote(keyword)} \${id ?? 0}\` });
    }
  },
});
const found: readonly Diagnostic[] = lint([source], { release, rules: [rule] }).diagnostics;
export const line: number = positionAt(source, found[0]?.location.span.start ?? 0).line;
export const rest: readonly string[] = differences([source], found);
export const items: number = parse(source).items.length;
// @ts-expect-error: the types are not any
export const wrong: number = found;
`;

function typeCheck(module: 'nodenext' | 'esnext'): void {
  const config = {
    compilerOptions: {
      module,
      moduleResolution: module === 'nodenext' ? 'nodenext' : 'bundler',
      target: 'es2023',
      lib: ['es2023'],
      types: [],
      strict: true,
      noEmit: true,
      skipLibCheck: false,
    },
    files: ['consumer.ts'],
  };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(config));
  const tsc = join(root, 'node_modules/.bin/tsc');
  expectStatus(0, run(tsc, ['-p', '.'], project));
  const files = expectStatus(0, run(tsc, ['-p', '.', '--listFiles'], project)).split('\n');
  const declarations = files.filter((file) => file.includes('@kalint'));
  if (declarations.length === 0) throw new Error('no declarations were read');
  const exposed = declarations.filter((file) => /chevrotain/i.test(codeOf(file)));
  if (exposed.length > 0)
    throw new Error(`they need the types of Chevrotain: ${exposed.join(' ')}`);
}

/** Without comments, which may name what they like. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*.*?\*\/|\/\/.*$/gms, '');
}

/** With the Node of a folder before all others. */
function runWith(node: string, program: string, words: readonly string[]): Run {
  const PATH = `${node}:${process.env['PATH'] ?? ''}`;
  return run('env', [`PATH=${PATH}`, program, ...words], alone);
}

const nodes = new Map<string, Promise<NodeFolder>>(
  nodeReleases.map((release) => [release, nodeFrom(release, folder)]),
);

function worksWithNode(release: string): Check {
  return [
    `npx kalint, alone in a folder, works on Node ${release}`,
    async () => {
      const node = await nodes.get(release);
      if (!node || 'missing' in node) {
        console.log(`skipped Node ${release}, which cannot be installed: ${node?.missing}`);
        return;
      }
      const version = expectStatus(0, runWith(node.folder, 'node', ['--version']));
      if (!version.startsWith(`v${release}.`)) throw new Error(`it is Node ${version}`);
      const words = ['--no-install', 'kalint'];
      const said = expectStatus(0, runWith(node.folder, 'npx', [...words, '--version']));
      expectPart(
        `"version": "${said.trim()}"`,
        readFileSync(join(root, 'packages/cli/package.json'), 'utf8'),
      );
      const files = ['master.conf', 'backup.conf'];
      const output = expectStatus(1, runWith(node.folder, 'npx', [...words, ...files]));
      const here = expectStatus(1, run('npx', [...words, ...files], alone));
      if (output !== here) throw new Error(`it says\n${output}and here\n${here}`);
      expectStatus(
        1,
        runWith(node.folder, 'npx', [...words, 'failover', '--format', 'json', ...files]),
      );
    },
  ];
}

const checks: readonly Check[] = [
  ['the packages are built', buildAll],
  ['the packages are packed', () => packAll(folder)],
  [
    `the tarball of the command has less than ${largestTarball / 1000} kB`,
    () => {
      const { size } = statSync(tarballOf(folder, packages.cli));
      console.log(`        ${(size / 1000).toFixed(1)} kB`);
      if (size >= largestTarball) throw new Error(`it has ${size} bytes`);
    },
  ],
  [
    'the tarballs are installed into an empty project',
    () => {
      mkdirSync(project);
      const dependencies = Object.fromEntries(
        Object.values(packages).map((name) => [name, `file:${tarballOf(folder, name)}`]),
      );
      // What is not published yet must not be asked for.
      const overrides = { '@kalint/parser': '$@kalint/parser' };
      const manifest = { private: true, type: 'module', dependencies, overrides };
      writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
      const words = ['install', '--offline', '--no-audit', '--no-fund', '--loglevel=error'];
      expectStatus(0, run('npm', words, project));
    },
  ],
  [
    'they hold what they should, and nothing of the workspace',
    () => {
      for (const name of Object.values(packages)) {
        const home = join(project, 'node_modules', name);
        const files = readdirSync(home, { recursive: true, encoding: 'utf8' });
        for (const wanted of ['package.json', 'LICENSE']) {
          if (!files.includes(wanted)) throw new Error(`${name} has no ${wanted}`);
        }
        const stray = files.filter((file) =>
          /(^|\/)(src|test)\/|tsbuildinfo|\.map$|\.cache$/.test(file),
        );
        if (stray.length > 0) throw new Error(`${name} holds ${stray.join(' ')}`);
        const manifest = readFileSync(join(home, 'package.json'), 'utf8');
        if (/workspace:|@kalint\/source/.test(manifest)) throw new Error(manifest);
        if (/"(?:pre|post)?install"|"prepare"/.test(manifest)) throw new Error(manifest);
      }
    },
  ],
  [
    'npx kalint finds the mistakes of the sample pair',
    () => {
      for (const file of ['master.conf', 'backup.conf']) {
        cpSync(join(root, 'fixtures/sample', file), join(project, file));
      }
      const words = ['--no-install', 'kalint', 'master.conf', 'backup.conf'];
      const output = expectStatus(1, run('npx', words, project));
      for (const rule of ['unknown-keyword', 'virtual-router-id-mismatch', 'ineffective-weight']) {
        expectPart(`[${rule}]`, output);
      }
    },
  ],
  [
    'the command is installed alone, and needs nothing else',
    () => {
      mkdirSync(alone);
      writeFileSync(join(alone, 'package.json'), JSON.stringify({ private: true }));
      const words = ['install', '--offline', '--no-audit', '--no-fund', '--loglevel=error'];
      expectStatus(0, run('npm', [...words, tarballOf(folder, packages.cli)], alone));
      const installed = readdirSync(join(alone, 'node_modules')).filter(
        (name) => !name.startsWith('.'),
      );
      if (installed.join() !== 'kalint') throw new Error(`it brings ${installed.join(' ')}`);
      for (const file of ['master.conf', 'backup.conf'])
        cpSync(join(root, 'fixtures/sample', file), join(alone, file));
    },
  ],
  ...nodeReleases.map(worksWithNode),
  [
    'npx kalint --version says the version of the package',
    () => {
      const output = expectStatus(0, run('npx', ['--no-install', 'kalint', '--version'], project));
      const manifest = readFileSync(join(project, 'node_modules/kalint/package.json'), 'utf8');
      expectPart(`"version": "${output.trim()}"`, manifest);
    },
  ],
  [
    'the example of docs/library.md prints what is written below it',
    () => {
      writeFileSync(join(project, 'example.js'), fencedBlock('js'));
      const output = expectStatus(0, run(process.execPath, ['example.js'], project));
      const wanted = fencedBlock('text');
      if (output !== wanted) throw new Error(`it prints\n${output}and not\n${wanted}`);
    },
  ],
  [
    'a consumer in TypeScript type-checks, without the types of Chevrotain',
    () => {
      writeFileSync(join(project, 'consumer.ts'), consumer);
      typeCheck('nodenext');
      typeCheck('esnext');
    },
  ],
];

process.exitCode = (await runChecks('smoke', checks)) ? 0 : 1;
rmSync(folder, { recursive: true, force: true });
