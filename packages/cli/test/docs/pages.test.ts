import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtCommand } from '../built-command.ts';
import { elsewhere } from './elsewhere.ts';
import { stepsOf } from './page.ts';

/*
 * Every command of the documentation is executed, page by page, in its order, in a folder with the files that
 * the page shows, and with those that any page may take for granted: a pair as keepalived.conf, lb1.conf,
 * lb1/keepalived.conf and so on. What a page shows as output is what the command prints; a command without
 * output must do its job.
 */

const root = join(import.meta.dirname, '../../../..');
const { folder, program, shell } = builtCommand();

function pagesBelow(path: string): readonly string[] {
  return readdirSync(join(root, path))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(path, name));
}

const pages = [
  ...pagesBelow('.'),
  ...pagesBelow('docs'),
  ...['parser', 'linter', 'cli'].flatMap((name) => pagesBelow(`packages/${name}`)),
  ...pagesBelow('grammar'),
];

const withCommands = pages
  .map((page) => ({ page, steps: stepsOf(readFileSync(join(root, page), 'utf8')) }))
  .filter(({ steps }) => steps.some(({ kind }) => kind === 'command'));

const bin = join(folder, 'bin');

beforeAll(() => {
  mkdirSync(bin);
  // The program is looked for when it runs: it is bundled while this is set up.
  writeFileSync(join(bin, 'kalint'), `#!/bin/sh\nexec "$NODE" "${program}" "$@"\n`);
  chmodSync(join(bin, 'kalint'), 0o755);
});

const sample = join(root, 'fixtures/sample');

/** A folder of its own for a page. */
function prepared(page: string): string {
  const home = join(folder, page.replaceAll(/\W/g, '-'));
  mkdirSync(home);
  symlinkSync(join(root, 'fixtures'), join(home, 'fixtures'));
  for (const [node, file] of [
    ['lb1', 'master.conf'],
    ['lb2', 'backup.conf'],
  ] as const) {
    mkdirSync(join(home, node));
    cpSync(join(sample, file), join(home, node, 'keepalived.conf'));
    cpSync(join(sample, file), join(home, `${node}.conf`));
  }
  cpSync(join(sample, 'master.conf'), join(home, 'keepalived.conf'));
  return home;
}

describe.each(withCommands)('$page', ({ page, steps }) => {
  test('does what it shows', () => {
    const home = prepared(page);
    for (const step of steps) {
      if (step.kind === 'file') {
        mkdirSync(join(home, dirname(step.name)), { recursive: true });
        writeFileSync(join(home, step.name), step.text);
        continue;
      }
      const { command, output } = step;
      if (elsewhere.some((each) => each.command.test(command))) continue;
      const { status, stdout, stderr } = shell(`cd '${home}' && PATH='${bin}':$PATH && ${command}`);
      if (output === undefined)
        expect([command, status, stderr]).toEqual([command, expect.toBeOneOf([0, 1]), stderr]);
      else expect([command, stderr + stdout]).toEqual([command, output]);
    }
  });
});

test('what is executed elsewhere is executed there', () => {
  for (const { file, words } of elsewhere)
    expect([file, readFileSync(join(root, file), 'utf8')]).toEqual([
      file,
      expect.stringContaining(words),
    ]);
});
