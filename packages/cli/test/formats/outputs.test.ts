import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { formats } from '../../src/reporters/output.ts';
import { builtCommand, clean, faulty } from '../built-command.ts';
import { commandsIn } from './workflow-commands.ts';

/* Where reports go, and which ones there are when nobody says which. */

const { folder, kalint, write } = builtCommand();

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

beforeEach(() => {
  write('clean.conf', clean);
  write('faulty.conf', faulty);
});

test('several reports in one run, each in its place', () => {
  const { status, stdout, stderr } = kalint([
    '--format',
    'pretty',
    '--format',
    'sarif=report.sarif',
    '--format',
    'junit=a=b.xml',
    'faulty.conf',
  ]);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toMatch(/^error\[unknown-keyword\]/);
  expect(JSON.parse(read('report.sarif'))).toMatchObject({ version: '2.1.0' });
  expect(read('a=b.xml')).toContain('<testsuites');
});

test('what is written is what would be printed', () => {
  const files = formats.map((format) => `--format=${format}=${format}.out`);
  expect(kalint([...files, 'faulty.conf'])).toMatchObject({ status: 1, stdout: '', stderr: '' });
  for (const format of ['sarif', 'gitlab', 'compact'] as const)
    expect(read(`${format}.out`)).toBe(kalint(['--format', format, 'faulty.conf']).stdout);
  // The rules' pages come with the command.
  expect(JSON.parse(read('sarif.out')).runs[0].tool.driver.rules[0].help.markdown).toContain(
    '## Why',
  );
});

test('--output is for the report without a file, and - is standard output', () => {
  const { stdout } = kalint([
    '--format=sarif=-',
    '--format=compact',
    '--output=out.txt',
    'clean.conf',
  ]);
  expect(JSON.parse(stdout)).toMatchObject({ version: '2.1.0' });
  expect(read('out.txt')).toBe('no findings in 1 file\n');
});

describe('is a mistake, and nothing is checked:', () => {
  test.each([
    [['--format', 'srif'], /There is no format srif\. Formats are pretty, compact, .*, markdown;/],
    [['--format', ''], /There is no format without a name/],
    [['--format', '=x'], /There is no format without a name/],
    [['--format', 'sarif,json'], /give several as --format one --format another=FILE/],
    [['--format', 'sarif='], /Give the file, too, as sarif=FILE/],
    [
      ['--format', 'json', '--format', 'sarif'],
      /json and sarif would be mixed on standard output; give one of them a file, as --format json=FILE/,
    ],
    [['--format', 'pretty', '--format', 'tap'], /pretty and tap would be mixed/],
    [
      ['--format', 'json=r', '--format', 'sarif=./r'],
      /cannot write the sarif report to \.\/r: it is where the json report goes/,
    ],
    [
      ['--format', 'json=r', '--format', 'sarif=link/r'],
      /cannot write the sarif report to link\/r/,
    ],
    [
      ['--format', 'json', '--format', 'sarif', '--output', 'r'],
      /it is where the json report goes/,
    ],
    [
      ['--format', 'json=./faulty.conf'],
      /cannot write the json report to \.\/faulty\.conf: it is one of the files that are checked/,
    ],
    [['--output', 'link/faulty.conf'], /it is one of the files that are checked/],
    [['--output', 'kalint.config.yaml'], /that is what kalint's configuration is called/],
    [['--baseline', 'known.json', '--format', 'json=known.json'], /it is the baseline/],
    [['--diff', '--format', 'json'], /--diff.* cannot be used with .*--format/],
  ])('%j', (words, message) => {
    if (!existsSync(join(folder, 'link'))) symlinkSync('.', join(folder, 'link'));
    const { status, stdout, stderr } = kalint([...words, 'faulty.conf']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^kalint: .*\nSee kalint --help\n$/);
    expect(read('faulty.conf')).toBe(faulty);
    expect(existsSync(join(folder, 'r'))).toBe(false);
  });

  test('a report onto a file that is only included', () => {
    write('main.conf', 'include faulty.conf\n');
    const { status, stdout, stderr } = kalint(['--format=json=faulty.conf', 'main.conf']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(
      /cannot write the json report to .*faulty\.conf: it is one of the files/,
    );
    expect(read('faulty.conf')).toBe(faulty);
  });

  test('a report onto a file that is only included, and neither repairs nor the baseline are written', () => {
    const text = `include clean.conf\n${faulty}`;
    write('main.conf', text);
    const words = ['--fix', '--baseline=none.json', '--update-baseline', '--output=clean.conf'];
    const { status, stderr } = kalint([...words, 'main.conf']);
    expect(status).toBe(2);
    expect(stderr).toBe(
      'kalint: cannot write the pretty report to clean.conf: it is one of the files that are checked\n',
    );
    expect([read('main.conf'), read('clean.conf')]).toEqual([text, clean]);
    expect(existsSync(join(folder, 'none.json'))).toBe(false);
  });

  test.each(['.', 'missing/r', '/dev/zero', 'pipe'])('a report to %s', (file) => {
    spawnSync('mkfifo', [join(folder, 'pipe')]);
    const words = ['--fix', '--format=json=first.json', `--format=sarif=${file}`];
    const { status, stdout, stderr } = kalint([...words, 'faulty.conf']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`cannot write ${file}`);
    expect(existsSync(join(folder, 'first.json'))).toBe(false);
    expect(read('faulty.conf')).toBe(faulty);
  });
});

test('what goes to the null device is thrown away, and the device stays', () => {
  const before = statSync('/dev/null');
  symlinkSync('/dev/null', join(folder, 'nothing'));
  for (const words of [['--output=/dev/null'], ['--format=json=nothing']])
    expect(kalint([...words, 'faulty.conf'])).toMatchObject({ status: 1, stdout: '', stderr: '' });
  const { ino, rdev } = statSync('/dev/null');
  expect({ ino, rdev }).toEqual({ ino: before.ino, rdev: before.rdev });
  expect(readlinkSync(join(folder, 'nothing'))).toBe('/dev/null');
});

describe('in GitHub Actions', () => {
  const environment = { GITHUB_ACTIONS: 'true' };

  test('findings are annotations, too, and that is said', () => {
    const { status, stdout, stderr } = kalint(['faulty.conf'], environment);
    expect(status).toBe(1);
    expect(stderr).toBe(
      'kalint: in GitHub Actions findings are annotations, too; --format pretty leaves these out\n',
    );
    const pretty = kalint(['faulty.conf']).stdout;
    expect(stdout.startsWith(pretty)).toBe(true);
    expect(commandsIn(stdout)).toMatchObject([
      { command: 'error', properties: { file: 'faulty.conf', line: '4' } },
    ]);
  });

  test('a format that is given is the only one', () => {
    const { stdout, stderr } = kalint(['--format', 'pretty', 'faulty.conf'], environment);
    expect({ stdout, stderr }).toEqual({ stdout: kalint(['faulty.conf']).stdout, stderr: '' });
  });

  test('files are called as the repository calls them', () => {
    mkdirSync(join(folder, 'etc'), { recursive: true });
    write('etc/lb1.conf', faulty);
    const { stdout } = kalint([join(folder, 'etc/lb1.conf')], {
      ...environment,
      GITHUB_WORKSPACE: join(folder, '..'),
    });
    const top = folder.split('/').at(-1);
    expect(commandsIn(stdout)[0]?.properties['file']).toBe(`${top}/etc/lb1.conf`);
  });

  test('a comment gives no orders to who reads the log', () => {
    write('orders.conf', `${faulty.replace('priorty 100', 'priorty 100 # ##[error]pwned')}`);
    const { stdout } = kalint(['--format', 'pretty', 'orders.conf'], environment);
    expect(stdout).toContain('pwned');
    expect(stdout).not.toContain('##[');
    const { stderr } = kalint(['--format', '##[error]x'], environment);
    expect(stderr).toMatch(/no format # #\[error\]x/);
  });

  test.each([
    [['fmt', '--check'], 1],
    [['fmt', '--diff'], 1],
    [['--diff'], 1],
    [['ast'], 0],
  ])('nor does what %j shows of a file, or calls it', (words, wanted) => {
    const name = '::error file=a::pwned.conf';
    const orders = '  ::error::pwned\n  # ##[error]pwned\n';
    write(name, faulty.replace('priorty', `${orders}  priorty`));
    const { status, stdout } = kalint([...words, name], environment);
    expect(status).toBe(wanted);
    expect(stdout).toContain('pwned');
    expect(stdout).not.toContain('##[');
    expect(commandsIn(stdout)).toEqual([]);
  });
});

describe('in GitLab CI', () => {
  const environment = { GITLAB_CI: 'true' };
  const report = 'gl-code-quality-report.json';

  test('there is a report of code quality, too, and that is said', () => {
    const { status, stdout, stderr } = kalint(['faulty.conf'], environment);
    expect(status).toBe(1);
    expect(stderr).toBe(
      `kalint: in GitLab CI findings are in ${report}, too; --format pretty leaves it out\n`,
    );
    expect(stdout).toBe(kalint(['faulty.conf']).stdout);
    expect(JSON.parse(read(report))).toMatchObject([{ location: { path: 'faulty.conf' } }]);
  });

  test('a link of its name, which a repository may bring, is not followed', () => {
    rmSync(join(folder, report), { force: true });
    symlinkSync('clean.conf', join(folder, report));
    const { status, stderr } = kalint(['--fix', 'faulty.conf'], environment);
    rmSync(join(folder, report));
    expect({ status, stderr }).toEqual({
      ...{ status: 2, stderr: expect.stringContaining(`${report}: it is a symbolic link`) },
    });
    expect([read('clean.conf'), read('faulty.conf')]).toEqual([clean, faulty]);
  });

  test('a format that is given is the only one', () => {
    rmSync(join(folder, report), { force: true });
    expect(kalint(['--format', 'compact', 'faulty.conf'], environment).stderr).toBe('');
    expect(existsSync(join(folder, report))).toBe(false);
  });
});
