import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { builtCommand, clean, faulty } from '../built-command.ts';

const { folder, kalint, shell, write } = builtCommand();

/** Each test has a folder of its own below that in which the command runs. */
let home = '';
let count = 0;

beforeEach(() => {
  home = `project${count++}`;
  mkdirSync(join(folder, home, 'lb1'), { recursive: true });
  mkdirSync(join(folder, home, 'lb2'));
});

function put(name: string, content: string): string {
  write(join(home, name), content);
  return join(home, name);
}

/** With findings in the strict profile only. */
const plain = clean.replace('WEB', 'WEB0').replace('priority 100', 'priority 100\n    nopreempt');

/** What `kalint` says when it runs in a folder of the project. */
function kalintIn(
  place: string,
  words: string,
): { status: number | null; stdout: string; stderr: string } {
  return shell(`cd "${join(folder, home, place)}" && "$NODE" "$KALINT" ${words}`);
}

/** The rules that have found something, with their severities and files. */
function found(stdout: string): readonly string[] {
  const report: { diagnostics: { severity: string; rule: string; file: string }[] } =
    JSON.parse(stdout);
  return report.diagnostics.map(({ severity, rule, file }) => `${severity} ${rule} ${file}`);
}

describe('the nearest configuration file counts', () => {
  test('beside the first file, or above', () => {
    const file = put('lb1/a.conf', faulty);
    put('kalint.config.yaml', 'rules: {unknown-keyword: warning}');
    const from = kalint(['--format', 'json', file]);
    expect(found(from.stdout)).toEqual([`warning unknown-keyword ${file}`]);
    expect(from.status).toBe(0);
    expect(kalintIn('lb1', 'a.conf')).toMatchObject({ status: 0 });

    put('lb1/kalint.config.json', '{"rules": {"unknown-keyword": "info"}}');
    expect(found(kalint(['--format', 'json', file]).stdout)).toEqual([
      `info unknown-keyword ${file}`,
    ]);
  });

  test('that of the first file, for all of them', () => {
    const file = put('lb1/a.conf', faulty);
    put('lb2/kalint.config.json', '{"rules": {"unknown-keyword": "off"}}');
    const other = put('lb2/b.conf', clean);
    expect(kalint([file, other]).stdout).toContain('unknown-keyword');
    expect(kalint([other, file]).stdout).not.toContain('unknown-keyword');
  });

  test('not when it is a folder', () => {
    const file = put('lb1/a.conf', faulty);
    mkdirSync(join(folder, home, 'lb1/kalint.config.json'));
    expect(kalint([file])).toMatchObject({ status: 1, stderr: '' });
  });

  test('two in one folder are one too many', () => {
    const file = put('a.conf', faulty);
    put('kalint.config.json', '{}');
    put('kalint.config.yml', '');
    expect(kalint([file])).toMatchObject({
      status: 2,
      stdout: '',
      stderr:
        `kalint: both ${home}/kalint.config.json and ${home}/kalint.config.yml are there; ` +
        'keep one of them\n',
    });
  });

  test('none with --no-config, another one with --config', () => {
    const file = put('a.conf', faulty);
    put('kalint.config.json', '{"rules": {"unknown-keyword": "off"}}');
    const other = put('other.yaml', 'rules: {unknown-keyword: info}');
    expect(kalint([file]).stdout).not.toContain('unknown-keyword');
    expect(kalint(['--no-config', file]).status).toBe(1);
    expect(kalint(['--config', other, file]).stdout).toContain('info[unknown-keyword]');
    expect(kalint(['--config', join(home, 'missing.yaml'), file])).toMatchObject({
      status: 2,
      stderr: `kalint: cannot read ${home}/missing.yaml: there is no such file\n`,
    });
  });

  test('a mistake in it ends the run, with all its places', () => {
    const file = put('a.conf', clean);
    put('kalint.config.yaml', 'profil: strict\nrules:\n  unknown-keywrd: off\n');
    const place = `${home}/kalint.config.yaml`;
    expect(kalint([file])).toEqual(
      expect.objectContaining({
        status: 2,
        stdout: '',
        stderr:
          `kalint: ${place}:1:1: there is no setting \`profil\`; did you mean \`profile\`?\n` +
          `kalint: ${place}:3:3: there is no rule unknown-keywrd; did you mean unknown-keyword?\n`,
      }),
    );
  });

  test('it cannot act on the terminal', () => {
    const file = put('a.conf', clean);
    put('kalint.config.json', '{"\\u001b[31m\\u202e": 1, "profile": "\\u001b]0;x\\u0007"}');
    const { status, stderr } = kalint([file]);
    expect(status).toBe(2);
    expect(stderr).toContain('`␛[31m<U+202E>`');
    expect([...stderr].filter((each) => each !== '\n' && each < ' ')).toEqual([]);
  });
});

describe('the command line counts more', () => {
  test('for the profile, the release, and single rules', () => {
    const file = put('a.conf', plain);
    put(
      'kalint.config.yaml',
      'profile: strict\nkeepalivedVersion: 2.2.7\nrules: {unused-script: error, process-check: info}\n',
    );
    const settings = (...words: readonly string[]): unknown =>
      JSON.parse(kalint(['--print-config', ...words, file]).stdout);
    expect(settings()).toMatchObject({
      configuration: `${home}/kalint.config.yaml`,
      profile: 'strict',
      keepalivedVersion: '2.2.7',
      rules: { 'unused-script': 'error', 'process-check': 'info' },
    });
    const words = [
      '--profile',
      'minimal',
      '--keepalived-version',
      'debian-13',
      '--rule',
      'unused-script=off',
    ];
    expect(settings(...words)).toMatchObject({
      profile: 'minimal',
      keepalivedVersion: 'debian-13',
      rules: { 'unused-script': 'off', 'process-check': 'info' },
    });
    expect(settings('--no-config')).toEqual({
      configuration: null,
      keepalivedVersion: '2.4.3',
      profile: 'recommended',
      rules: {},
      includeRoots: [],
      ignore: [],
      failOn: 'error',
      maxWarnings: null,
      baseline: null,
      clusters: [],
    });
    const report = (...more: readonly string[]): { keepalived: string; diagnostics: unknown[] } =>
      JSON.parse(kalint(['--format', 'json', ...more, file]).stdout);
    expect(report()).toMatchObject({ keepalived: '2.2.7' });
    expect(report().diagnostics.length).toBeGreaterThan(
      report('--profile', 'minimal').diagnostics.length,
    );
  });
});

describe('without files', () => {
  test('each cluster is checked by itself', () => {
    // Two clusters that use one virtual_router_id: together they would be four nodes with one mistake more.
    for (const cluster of ['lb1', 'lb2']) {
      put(`${cluster}/a.conf`, clean.replace('100', '101'));
      put(`${cluster}/b.conf`, clean);
    }
    put('lb2/b.conf', clean.replace('51', '52'));
    put(
      'kalint.config.yaml',
      'clusters:\n- nodes: [file: lb1/a.conf, file: lb1/b.conf]\n' +
        '- nodes: [file: lb2/a.conf, file: lb2/b.conf]\n',
    );
    const { status, stdout } = kalintIn('.', '--format json');
    expect(found(stdout)).toEqual(['error virtual-router-id-mismatch lb2/b.conf']);
    expect(JSON.parse(stdout)).toMatchObject({ summary: { files: 4 } });
    expect(status).toBe(1);
    expect(found(kalintIn('lb1', '--format json').stdout)).toEqual([
      'error virtual-router-id-mismatch ../lb2/b.conf',
    ]);
    expect(kalintIn('.', '').stdout).toContain('1 error in 4 files');
  });

  test('--fix repairs all of them', () => {
    put('lb1/a.conf', faulty);
    put('lb2/a.conf', faulty);
    put(
      'kalint.config.yaml',
      'clusters:\n- nodes: [file: lb1/a.conf]\n- nodes: [file: lb2/a.conf]\n',
    );
    expect(kalintIn('.', '--diff').stdout.match(/^\+ /gm)).toHaveLength(2);
    expect(kalintIn('.', '--fix')).toMatchObject({
      status: 0,
      stderr: 'kalint: repaired 2 findings in 2 files\n',
    });
    for (const name of ['lb1/a.conf', 'lb2/a.conf'])
      expect(readFileSync(join(folder, home, name), 'utf8')).toBe(clean);
  });

  test('a configuration file that names none, or none at all, is not enough', () => {
    const mistake = (reason: string) => ({
      status: 2,
      stdout: '',
      stderr: `kalint: no files are given, and ${reason}\nSee kalint --help\n`,
    });
    expect(kalintIn('.', '')).toMatchObject(
      mistake('there is no kalint.config.json or .yaml, here or above'),
    );
    put('kalint.config.yaml', 'profile: strict');
    expect(kalintIn('lb1', '')).toMatchObject(mistake('../kalint.config.yaml names no clusters'));
  });

  test('a file that is not there is said', () => {
    put('kalint.config.yaml', 'clusters: [{nodes: [{file: lb1/a.conf}]}]');
    expect(kalintIn('.', '')).toMatchObject({
      status: 2,
      stderr: 'kalint: cannot read lb1/a.conf: there is no such file\n',
    });
  });

  test('a file outside is not read, unless the command line allows it', () => {
    write('outside.conf', faulty);
    symlinkSync('../outside.conf', join(folder, home, 'link.conf'));
    mkdirSync(join(folder, home, '.git'));
    put('kalint.config.yaml', 'clusters: [{nodes: [{file: link.conf}]}]');
    expect(kalintIn('.', '')).toMatchObject({
      status: 2,
      stderr:
        'kalint: kalint.config.yaml:1:28: `link.conf` leads out of the project; ' +
        '--include-root FOLDER allows its folder\n',
    });
    expect(kalintIn('.', '--include-root ..')).toMatchObject({ status: 1 });
  });
});

describe('nodes of one file', () => {
  const both = `${clean.replace('priority 100', '@lb1 priority 101\n@lb2 priority 100\n@lb3 priorty 1')}`;

  test('are those that the configuration names', () => {
    put('both.conf', both);
    put(
      'kalint.config.yaml',
      'clusters:\n- nodes:\n  - {file: both.conf, configId: lb1}\n  - {file: both.conf, configId: lb2}\n',
    );
    expect(kalintIn('.', '')).toMatchObject({ status: 0 });
    expect(kalintIn('.', 'both.conf')).toMatchObject({ status: 0 });
    expect(kalintIn('.', './lb1/../both.conf')).toMatchObject({ status: 0 });
    expect(kalintIn('.', '--no-config both.conf')).toMatchObject({ status: 1 });
    expect(kalintIn('.', '--config-id lb3 both.conf')).toMatchObject({ status: 1 });
  });
});

test('includeRoots allow folders of the project', () => {
  put('lb1/a.conf', `include ../common/x.conf\n${clean}`);
  mkdirSync(join(folder, home, 'common'));
  put('common/x.conf', 'priorty 1\n');
  expect(kalintIn('lb1', 'a.conf').stdout).toContain('unread-part');
  put('kalint.config.yaml', 'includeRoots: [common]');
  expect(kalintIn('lb1', 'a.conf').stdout).toContain('../common/x.conf:1:1');
});

describe('docs/configuration.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/configuration.md'), 'utf8');

  test('has an example that works', () => {
    const [, example = ''] = /^```yaml \S+\n([\s\S]*?)^```$/m.exec(page) ?? [];
    put('kalint.config.yaml', example);
    put('lb1/keepalived.conf', clean.replace('100', '101'));
    put('lb2/keepalived.conf', clean);
    expect(kalintIn('.', '')).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(kalintIn('.', '--print-config').stdout)).toMatchObject({
      keepalivedVersion: 'debian-12',
      rules: { 'equal-priority': 'error', 'unused-script': 'off' },
      clusters: [
        { name: 'web', nodes: [{ name: 'lb1' }, { name: 'lb2' }], expectations: { length: 3 } },
      ],
    });
  });

  test('has expectations that are understood', () => {
    const rows = [...page.matchAll(/^\| `((?:healthy|when|after|never)[^`]*)` +\|/gm)];
    const expectations = rows.map(([, text]) => text);
    expect(expectations).toHaveLength(9);
    put(
      'kalint.config.json',
      JSON.stringify({ clusters: [{ nodes: [{ file: 'a.conf' }], expectations }] }),
    );
    expect(kalintIn('.', '--print-config')).toMatchObject({ status: 0, stderr: '' });
  });
});
