import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { builtCommand, clean, type Run } from '../built-command.ts';

const { folder, shell, write } = builtCommand();

/** Each test has a project of its own. */
let home = '';
let count = 0;

beforeEach(() => {
  home = `project${count++}`;
  mkdirSync(join(folder, home, '.git'), { recursive: true });
});

function put(name: string, content: string): void {
  mkdirSync(dirname(join(folder, home, name)), { recursive: true });
  write(join(home, name), content);
}

function kalint(words: string, place = '.'): Run {
  return shell(`cd "${join(folder, home, place)}" && "$NODE" "$KALINT" ${words}`);
}

function written(name = 'kalint.config.yaml'): string {
  return readFileSync(join(folder, home, name), 'utf8');
}

/** Which files are together, as `--explain-clusters` says. */
function clustersOf({ stdout }: Run): readonly (readonly string[])[] {
  const { clusters }: { clusters: { files: string[] }[] } = JSON.parse(stdout);
  return clusters.map(({ files }) => files.toSorted());
}

/** What was found, wherever it stands in the report. */
function found({ stdout }: Run): readonly string[] {
  const { diagnostics }: { diagnostics: { rule: string; file: string; line: number }[] } =
    JSON.parse(stdout);
  return diagnostics.map(({ rule, file, line }) => `${file}:${line} ${rule}`).toSorted();
}

const backup = clean.replace('100', '90');
const other = (text: string): string => text.replaceAll('192.0.2.80', '198.51.100.80');

function putClusters(): void {
  put('web/lb1.conf', clean);
  put('web/lb2.conf', backup.replace('51', '52'));
  put('db/lb1.conf', other(clean));
  put('db/lb2.conf', other(backup));
  put('old/keepalived.conf', clean.replaceAll('192.0.2.80', '203.0.113.80'));
}

describe('kalint init', () => {
  test('writes what kalint then works with', () => {
    putClusters();
    const asFound = kalint('--format json .');
    expect(asFound.status).toBe(1);
    expect(kalint('init')).toMatchObject({
      status: 0,
      stdout: '',
      stderr:
        'kalint: wrote kalint.config.yaml: 2 clusters, 1 file of no cluster; `kalint` checks them\n',
    });
    expect(written()).toContain('the same virtual address: 192.0.2.80 (web/lb1.conf:6');
    const configured = kalint('--format json');
    expect(found(configured)).toEqual(found(asFound));
    expect(found(configured)).toEqual(
      expect.arrayContaining([expect.stringContaining('virtual-router-id-mismatch')]),
    );
    expect(clustersOf(kalint('--explain-clusters --format json'))).toEqual(
      clustersOf(kalint('--explain-clusters --no-config --format json .')),
    );
  });

  test('prints it, as JSON too, with the release that is wanted', () => {
    putClusters();
    const { status, stdout } = kalint('init --stdout --format json --keepalived-version debian-12');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      keepalivedVersion: 'debian-12',
      clusters: [{ name: 'db' }, { name: 'old' }, { name: 'web' }],
    });
    expect(readdirSync(join(folder, home))).not.toContain('kalint.config.json');
    expect(kalint('init --format json web')).toMatchObject({ status: 0 });
    expect(JSON.parse(written('kalint.config.json'))).toMatchObject({
      clusters: [{ name: 'web' }],
    });
  });

  test('never overwrites', () => {
    putClusters();
    put('kalint.config.yml', 'profile: strict\n');
    expect(kalint('init')).toMatchObject({
      status: 2,
      stderr:
        'kalint: kalint.config.yml is there already; remove it, or print another one with --stdout\n',
    });
    expect(written('kalint.config.yml')).toBe('profile: strict\n');
    expect(kalint('init --stdout')).toMatchObject({ status: 0, stderr: '' });
  });

  test.each([
    ['', 'has no configuration of keepalived'],
    ['nowhere.conf', 'cannot read nowhere.conf: there is no such file'],
    ['--keepalived-version 9 .', 'keepalived 9 is not a release that kalint knows'],
    ['../elsewhere.conf', '../elsewhere.conf is not in the project'],
    ['--format toml', 'Allowed choices are yaml, json'],
  ])('says why it cannot: kalint init %s', (words, reason) => {
    write('elsewhere.conf', clean);
    if (words.includes('9')) putClusters();
    const { status, stdout, stderr } = kalint(`init ${words}`);
    expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(reason)]);
    expect(readdirSync(join(folder, home))).not.toContain('kalint.config.yaml');
  });

  const field = join(import.meta.dirname, '../../../../../shared/field');
  if (!existsSync(field)) console.warn('skipped: the published pairs are not there');

  test.skipIf(!existsSync(field))('finds the published pairs again', () => {
    cpSync(field, join(folder, home), { recursive: true });
    const pairs = readdirSync(field).map((pair) =>
      readdirSync(join(field, pair))
        .map((file) => `${pair}/${file}`)
        .toSorted(),
    );
    expect(kalint('init').stderr).toContain('10 clusters;');
    expect(clustersOf(kalint('--explain-clusters --format json'))).toEqual(pairs.toSorted());
    expect(found(kalint('--format json'))).toEqual(found(kalint('--no-config --format json .')));
  });
});

describe('--explain-clusters', () => {
  test('says which files are together, and why, and checks nothing', () => {
    putClusters();
    put('web/lb3.conf', clean.replace('WEB', 'X').replace('eth0', 'eth9').replace('51', '7'));
    expect(kalint('--explain-clusters .')).toEqual(
      expect.objectContaining({
        status: 0,
        stderr: '',
        stdout: `2 clusters, 2 files of no cluster

cluster of 2 files
    db/lb1.conf
    db/lb2.conf
  the same virtual address: 198.51.100.80
    db/lb1.conf:6, db/lb2.conf:6

cluster of 2 files
    web/lb1.conf
    web/lb2.conf
  the same virtual address: 192.0.2.80
    web/lb1.conf:6, web/lb2.conf:6

of no cluster
    old/keepalived.conf
    web/lb3.conf

shared by chance
  the same virtual address: 192.0.2.80
    web/lb1.conf:6, web/lb3.conf:6
    they differ too much: another VRID, another name, another interface
`,
      }),
    );
    expect(kalint('--explain-clusters web/lb1.conf web/lb2.conf').stdout).toContain('1 cluster\n');
  });

  test('as JSON, in a file', () => {
    putClusters();
    expect(kalint('--explain-clusters --format json=clusters.json web')).toMatchObject({
      status: 0,
      stdout: '',
    });
    expect(JSON.parse(written('clusters.json'))).toEqual({
      clusters: [
        {
          ...{ name: null, by: 'marks', files: ['web/lb1.conf', 'web/lb2.conf'] },
          reasons: [
            {
              ...{ kind: 'address', what: '192.0.2.80' },
              places: [
                { file: 'web/lb1.conf', line: 6 },
                { file: 'web/lb2.conf', line: 6 },
              ],
            },
          ],
        },
      ],
      coincidences: [],
    });
    expect(kalint('--explain-clusters --format sarif web')).toMatchObject({ status: 2 });
    expect(kalint('--explain-clusters --output web/lb1.conf web')).toMatchObject({ status: 2 });
    expect(kalint('--explain-clusters --fix web')).toMatchObject({ status: 2 });
  });

  test('names cannot act on the terminal', () => {
    put('\u001b[31m\n::error::x.conf', clean);
    const { stdout } = kalint('--explain-clusters .');
    expect(stdout).toContain('␛[31m␊::error::x.conf');
    expect(kalint('init').status).toBe(0);
    expect(written()).not.toContain('\u001b');
    expect(kalint('')).toMatchObject({ status: 0 });
  });
});

test('named files that are several clusters are checked as such, and that is said', () => {
  putClusters();
  const { stdout, stderr } = kalint(
    '--format json web/lb1.conf web/lb2.conf db/lb1.conf db/lb2.conf',
  );
  expect(stderr).toBe(
    'kalint: the 4 files are 2 clusters, each checked by itself; --explain-clusters says why\n',
  );
  expect(found({ status: 0, stdout, stderr })).toEqual(found(kalint('--format json web db')));
});

describe('kalint failover with several clusters', () => {
  test('examines each, or the one that is named', () => {
    putClusters();
    kalint('init');
    const all = kalint('failover');
    expect([...all.stdout.matchAll(/^cluster (\S+)$/gm)].map(([, name]) => name)).toEqual([
      'db',
      'old',
      'web',
    ]);
    const one = kalint('failover --cluster db');
    expect(one.status).toBe(0);
    expect(all.stdout).toContain(one.stdout);
    expect(kalint('failover --cluster db --format json').status).toBe(0);
    expect(kalint('failover --format markdown').stdout).toContain('# Cluster `db`\n');
    expect(kalint('failover --cluster bd')).toMatchObject({
      status: 2,
      stderr: 'kalint: there is no cluster bd; did you mean db?\n',
    });
    for (const words of ['--format json', '--fail lb1:down'])
      expect(kalint(`failover ${words}`)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('these are several clusters: db, old, web; '),
      });
  });
});
