import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeFleet } from '../../../../scripts/bench/fleet-of-files.ts';
import { readArguments } from '../../src/command.ts';
import { formats } from '../../src/reporters/output.ts';
import { builtCommand, clean, type Run } from '../built-command.ts';

/*
 * The built command on 300 files, with threads: those that this project has as examples, under other names and
 * with other addresses. Ten thousand are measured by `npm run fleet`.
 */

const size = 300;
const { folder, program, write, kalint, shell } = builtCommand();

const fixtures = join(import.meta.dirname, '../../../../fixtures/rules');

beforeAll(() => {
  const originals = readdirSync(fixtures, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.conf'))
    .sort()
    .slice(0, size - 100)
    .map((name) => ({ name, text: readFileSync(join(fixtures, name), 'utf8') }));
  writeFleet(join(folder, 'fleet'), originals, size);
});

/** What a run writes, in every format, with so many threads. */
function runWith(threads: number): { readonly run: Run; readonly reports: readonly string[] } {
  const into = join(folder, `reports-${threads}`);
  mkdirSync(into);
  const { status, stdout, stderr } = kalint([
    ...['fleet', '--threads', String(threads), '--format', 'pretty'],
    ...formats.flatMap((format) => ['--format', `${format}=${join(into, format)}`]),
  ]);
  return {
    run: { status, stdout, stderr },
    reports: formats.map((format) => readFileSync(join(into, format), 'utf8')),
  };
}

describe('the threads', () => {
  test('change not one byte of what is said, in any format', () => {
    const [one, two, five] = [1, 2, 5].map(runWith);
    expect(one?.run.status).toBe(1);
    expect(one?.run.stdout.length).toBeGreaterThan(10_000);
    expect(one?.reports.every((report) => report.length > 1000)).toBe(true);
    expect(one?.reports.join('')).not.toContain('\u001B');
    expect(two).toEqual(one);
    expect(five).toEqual(one);
  }, 120_000);

  test('of which one fails: no result, and how to report it', () => {
    const home = dirname(program);
    const broken = join(folder, 'broken');
    mkdirSync(broken);
    for (const { name, isFile } of entriesOf(home))
      if (isFile) copyFileSync(join(home, name), join(broken, name));
    writeFileSync(
      join(broken, 'fleet-worker.cjs'),
      `require('node:worker_threads').parentPort.on('message', () => {
        throw new TypeError('auth_pass s3cret');
      });`,
    );
    const { status, stdout, stderr } = shell('"$NODE" broken/kalint.cjs fleet --threads 2');
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(/^kalint: internal error \(TypeError\)\. This is a bug in kalint/);
    expect(stderr).not.toContain('s3cret');
  });
});

test('a file that cannot be read: nothing is checked', () => {
  write('fleet/broken.conf', 'vrrp_instance A {\n\0\n}\n');
  const { status, stdout, stderr } = kalint(['fleet', '--threads', '2']);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^kalint: cannot read fleet\/broken\.conf: /m);
});

test('folders, patterns and names together; what is ignored; what is not there', () => {
  for (const name of ['a/keepalived.conf', 'a/old/keepalived.conf', 'b/lb1.conf']) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    write(name, clean);
  }
  write('kalint.config.json', '{ "ignore": ["old"] }');
  const summaryOf = (...words: readonly string[]): unknown => {
    const { status, stdout } = kalint(words);
    return [status, /in (\d+ files?)/.exec(stdout)?.[1]];
  };
  expect(summaryOf('a')).toEqual([0, '1 file']);
  expect(summaryOf('a', '--no-ignore')).toEqual([expect.any(Number), '2 files']);
  expect(summaryOf('a', 'b/*.conf')).toEqual([expect.any(Number), '2 files']);
  const nothing = kalint(['nothing/**/*.conf']);
  expect(nothing).toMatchObject({
    status: 2,
    stdout: '',
    stderr: 'kalint: no file fits the pattern nothing/**/*.conf\n',
  });
});

test.each(['0', '-1', 'many', '1000', ''])('--threads=%s is a mistake', (count) => {
  expect(readArguments(['fleet', `--threads=${count}`])).toEqual({
    kind: 'mistake',
    lines: expect.arrayContaining([expect.stringContaining('from 1 to 999')]),
  });
});

function entriesOf(path: string): readonly { readonly name: string; readonly isFile: boolean }[] {
  return readdirSync(path, { withFileTypes: true }).map((entry) => ({
    name: entry.name,
    isFile: entry.isFile(),
  }));
}
