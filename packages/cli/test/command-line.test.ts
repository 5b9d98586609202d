import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { distributions } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import { readArguments } from '../src/command.ts';
import { version } from '../src/version.ts';
import { builtCommand, clean } from './built-command.ts';

const { kalint, write } = builtCommand();

test('--version is that of the package', () => {
  const manifest: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'),
  );
  expect(manifest).toMatchObject({ version });
  for (const option of ['--version', '-V']) {
    expect(kalint([option])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  }
});

test('--help names every option and gives two examples', () => {
  const { status, stdout, stderr } = kalint(['--help']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^Usage: kalint \[options\] \[file\.\.\.\]\n/);
  const options = [
    ...['--format', '--keepalived-version', '--config-id', '--include-root', '--env'],
    ...['--profile', '--rule', '--config', '--no-config', '--print-config'],
    ...['--fix', '--diff', '--unsafe'],
    ...['--color', '--no-color', '--version'],
  ];
  for (const option of options) expect(stdout).toContain(`${option} `);
  expect(stdout.match(/^ {2}\$ kalint /gm)).toHaveLength(2);
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(kalint(['-h']).stdout).toBe(stdout);
});

describe('what cannot be understood ends with status 2 and a hint', () => {
  test.each([
    [[], 'no files are given'],
    [['--formt', 'json', 'a.conf'], "unknown option '--formt'\n(Did you mean --format?)"],
    [['--format', 'xml', 'a.conf'], 'There is no format xml. Formats are pretty, compact, json,'],
    [['a.conf', '--format'], 'argument missing'],
    [['a.conf', '--config-id', 'lb1,,lb2'], 'Give ids as lb1,lb2.'],
    [['a.conf', '--include-root', 'nowhere'], 'There is no such folder.'],
    [['a.conf', '--env', 'PRIORITY'], 'Give a variable as NAME=VALUE.'],
    [['a.conf', '--profile', 'lax'], 'Allowed choices are minimal, recommended, strict.'],
    [['a.conf', '--rule', 'equal-priority'], 'Give a rule as RULE=LEVEL'],
    [['a.conf', '--rule', 'equal-priority=bad'], 'error, warning, info, off'],
    [['a.conf', '--fix', '--diff'], "option '--diff' cannot be used with option '--fix'"],
    [
      ['a.conf', '--diff', '--format', 'json'],
      "option '--diff' cannot be used with option '--format",
    ],
    [['a.conf', '--unsafe'], '--unsafe goes with --fix or --diff'],
  ])('%j', (words, message) => {
    const { status, stdout, stderr } = kalint(words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^kalint: /);
    expect(stderr).toContain('See kalint --help\n');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('an option cannot act on the terminal', () => {
    expect(kalint(['--\u001b[31m']).stderr).toContain("unknown option '--␛[31m'");
  });
});

describe('--keepalived-version', () => {
  test.each([
    ['2.2.8', '2.2.8'],
    ['v2.2.8', '2.2.8'],
    ['unreleased', 'unreleased'],
    ['debian-12', '2.2.7'],
    ['rhel-7', '1.3.5'],
  ])('takes %s for %s', (name, keepalived) => {
    write('clean.conf', clean);
    const { stdout } = kalint(['--format', 'json', '--keepalived-version', name, 'clean.conf']);
    expect(JSON.parse(stdout)).toMatchObject({ keepalived });
  });

  test.each([
    ['2.2.9', 'the nearest ones are 2.2.8 and 2.3.0'],
    ['2.2', 'the nearest ones are 2.1.5 and 2.2.0'],
    ['0.1', 'the nearest one is 0.6.6'],
    ['99', 'the nearest one is 2.4.3'],
    ['latest', `it knows 0.6.6 to 2.4.3, unreleased, and ${Object.keys(distributions).join(', ')}`],
  ])('%s: %s', (release, message) => {
    const { status, stdout, stderr } = kalint(['--keepalived-version', release, 'missing.conf']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe(
      `kalint: keepalived ${release} is not a release that kalint knows; ${message}\n`,
    );
  });
});

test('options may stand before and behind the files; -- ends them', () => {
  expect(readArguments(['a.conf', '--format', 'json', '--', '--color'])).toMatchObject({
    kind: 'check',
    invocation: {
      files: ['a.conf', '--color'],
      outputs: [{ format: 'json', file: undefined }],
      color: undefined,
    },
  });
});

test('ids, folders and variables may be given together or one by one', () => {
  const words = ['--config-id', 'lb1,@lb2', '--config-id', 'lb3', '--env', 'A=1', '--env', 'B=x=y'];
  expect(readArguments([...words, '--include-root', '/', '--include-root', '.', 'a.conf'])).toEqual(
    expect.objectContaining({
      invocation: expect.objectContaining({
        configIds: ['lb1', 'lb2', 'lb3'],
        includeRoots: ['/', '.'],
        environment: new Map([
          ['A', '1'],
          ['B', 'x=y'],
        ]),
      }),
    }),
  );
});

test('the entry takes its defaults from the same place as commander', () => {
  write('clean.conf', clean);
  expect(kalint(['clean.conf']).stdout).toBe(kalint(['--format', 'pretty', 'clean.conf']).stdout);
});
