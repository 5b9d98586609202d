import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtCommand, clean, faulty } from './built-command.ts';

/* What pipelines want of the command: policies, baselines, --timing, --watch. */

const { folder, program, kalint, write } = builtCommand();

/** The same with a warning, too. */
const mixed = `${faulty}vrrp_script unused {\n script "/bin/true"\n}\n`;

describe('exit policies', () => {
  test('--quiet reports what fails, and nothing else', () => {
    write('clean.conf', clean);
    write('mixed.conf', mixed);
    expect(kalint(['--quiet', 'clean.conf', 'clean.conf'])).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '',
    });
    const { status, stdout, stderr } = kalint(['--quiet', 'mixed.conf']);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout.match(/^\w+\[.*?\]/gm)).toEqual(['error[unknown-keyword]']);
    const { stdout: json } = kalint([
      '--quiet',
      '--format',
      'json',
      '--fail-on=warning',
      'mixed.conf',
    ]);
    expect(JSON.parse(json).summary).toMatchObject({ errors: 1, warnings: 1 });
    expect(kalint(['--quiet', '--fail-on', 'never', 'mixed.conf'])).toMatchObject({
      status: 0,
      stdout: '',
    });
  });

  test('mistakes are said all the same', () => {
    expect(kalint(['--quiet', 'missing.conf'])).toMatchObject({
      status: 2,
      stderr: 'kalint: cannot read missing.conf: there is no such file\n',
    });
  });

  test('too many warnings are said', () => {
    write('mixed.conf', mixed);
    const words = ['--rule', 'unknown-keyword=off', '--quiet', 'mixed.conf'];
    expect(kalint(['--max-warnings', '0', ...words])).toMatchObject({
      status: 1,
      stderr: 'kalint: too many warnings: 1; --max-warnings allows 0\n',
      stdout: expect.stringMatching(/^warning\[unused-script\]/),
    });
    expect(kalint(['--max-warnings', '1', ...words])).toMatchObject({ status: 0, stdout: '' });
  });

  test('the configuration file sets them, and the command line more', () => {
    write('mixed.conf', mixed);
    write('policy.yaml', 'failOn: never\nmaxWarnings: 3\nbaseline: known.json\n');
    const printed = (...words: string[]): unknown =>
      JSON.parse(kalint([...words, '--config', 'policy.yaml', '--print-config']).stdout);
    expect(printed()).toMatchObject({ failOn: 'never', maxWarnings: 3, baseline: 'known.json' });
    expect(printed('--fail-on=info', '--max-warnings=0', '--no-baseline')).toMatchObject({
      ...{ failOn: 'info', maxWarnings: 0, baseline: null },
    });
    const run = (...words: string[]): number | null =>
      kalint([...words, '--config', 'policy.yaml', '--no-baseline', 'mixed.conf']).status;
    expect([run(), run('--fail-on', 'error')]).toEqual([0, 1]);
    expect(JSON.parse(kalint(['--no-config', '--print-config']).stdout)).toMatchObject({
      ...{ failOn: 'error', maxWarnings: null, baseline: null },
    });
  });
});

describe('a baseline', () => {
  const baseline = (): { findings: { file: string; rule: string; count: number }[] } =>
    JSON.parse(readFileSync(join(folder, 'ci/known.json'), 'utf8'));
  const withBaseline = ['--baseline', 'ci/known.json'];
  const update = [...withBaseline, '--update-baseline'];

  test('lets a team begin with nothing new', () => {
    rmSync(join(folder, 'ci'), { recursive: true, force: true });
    mkdirSync(join(folder, 'ci'));
    write('mixed.conf', mixed);
    expect(kalint([...withBaseline, 'mixed.conf'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'kalint: there is no baseline ci/known.json; --update-baseline writes it\n',
    });
    expect(kalint([...update, 'mixed.conf'])).toMatchObject({
      status: 0,
      stderr: 'kalint: ci/known.json knows 2 findings now\n',
    });
    expect(baseline().findings.map(({ file, rule, count }) => [file, rule, count])).toEqual([
      ['../mixed.conf', 'unknown-keyword', 1],
      ['../mixed.conf', 'unused-script', 1],
    ]);
    // Another name, lines above, and another indentation make no new findings; a copy does.
    write('mixed.conf', `# more\n\n${mixed.replaceAll('    ', '\t')}`);
    expect(kalint([...withBaseline, join(folder, 'mixed.conf')])).toMatchObject({
      status: 0,
      stderr: 'kalint: 2 findings left out: ci/known.json knows them\n',
    });
    write('mixed.conf', mixed.replace(/^.*priorty.*\n/m, '$&$&'));
    const { status, stdout } = kalint([...withBaseline, 'mixed.conf']);
    expect(status).toBe(1);
    expect(stdout.match(/^ *at .*/gm)).toEqual(['  at mixed.conf:5:5']);
  });

  test('is told to shrink, and keeps what the run could not see', () => {
    write('mixed.conf', mixed);
    write('two.conf', mixed.replace('51', '52'));
    kalint([...update, 'mixed.conf', 'two.conf']);
    const before = baseline();
    expect(before.findings.map(({ rule }) => rule)).toContain('virtual-router-id-mismatch');
    // Alone, and with fewer rules, a file is not all that was known.
    expect(
      kalint([...withBaseline, '--rule=unused-script=off', 'two.conf']).stderr.split('\n'),
    ).toEqual(['kalint: 1 finding left out: ci/known.json knows it', '']);
    write('two.conf', mixed.replace('51', '52').replace('priorty', 'priority'));
    expect(kalint([...withBaseline, 'two.conf']).stderr).toBe(
      'kalint: 1 finding left out: ci/known.json knows it\n' +
        'kalint: ci/known.json knows 1 finding that is gone; --update-baseline takes it out\n' +
        '  two.conf: unknown-keyword\n'.replace('two', '../two'),
    );
    kalint([...update, 'two.conf']);
    expect(baseline().findings).toEqual(
      before.findings.filter(
        ({ file, rule }) => file !== '../two.conf' || rule !== 'unknown-keyword',
      ),
    );
    rmSync(join(folder, 'two.conf'));
    kalint([...update, 'mixed.conf']);
    expect(baseline().findings.map(({ file }) => file)).not.toContain('../two.conf');
  });

  test('is the same bytes whatever the order of the files', () => {
    write('mixed.conf', mixed);
    write('two.conf', mixed.replace('100', '90'));
    kalint([...update, 'mixed.conf', 'two.conf']);
    const first = readFileSync(join(folder, 'ci/known.json'), 'utf8');
    rmSync(join(folder, 'ci/known.json'));
    kalint([...update, '--quiet', 'two.conf', 'mixed.conf']);
    expect(readFileSync(join(folder, 'ci/known.json'), 'utf8')).toBe(first);
  });

  test('after --fix knows what is left', () => {
    write('mixed.conf', mixed);
    const { status, stderr } = kalint([...update, '--fix', 'mixed.conf']);
    expect(status).toBe(0);
    expect(stderr).toContain('kalint: repaired 1 finding in 1 file\n');
    expect(baseline().findings.map(({ file, rule }) => [file, rule])).toContainEqual([
      '../mixed.conf',
      'unused-script',
    ]);
  });

  test('has no secrets', () => {
    write(
      'secret.conf',
      clean.replace(
        'priority',
        'authentication {\n auth_pass Tr0ub4dor&3 x\n }\n auth_pas Tr0ub4dor\n priority',
      ),
    );
    kalint(['--baseline', 'ci/secret.json', '--update-baseline', 'secret.conf']);
    const known = readFileSync(join(folder, 'ci/secret.json'), 'utf8');
    expect(JSON.parse(known).findings.length).toBeGreaterThan(1);
    expect(known).not.toMatch(/tr0ub/i);
    // Nor can a password be guessed by its fingerprint: another one has the same.
    write(
      'secret.conf',
      readFileSync(join(folder, 'secret.conf'), 'utf8').replaceAll(/Tr0ub\S*/g, 'c0rrect-horse'),
    );
    expect(kalint(['--baseline', 'ci/secret.json', 'secret.conf']).stderr).not.toContain('gone');
  });

  test('is never written over something else', () => {
    write('mixed.conf', mixed);
    write('other.json', '{"name": "a-package"}');
    expect(kalint(['--baseline', 'other.json', '--update-baseline', 'mixed.conf'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr:
        'kalint: cannot use other.json as the baseline: it was not written by kalint --update-baseline\n',
    });
    expect(kalint(['--baseline', 'mixed.conf', '--update-baseline', 'mixed.conf']).status).toBe(2);
    expect(readFileSync(join(folder, 'mixed.conf'), 'utf8')).toBe(mixed);
    const same = ['--baseline', 'new.json', '--update-baseline', '--output', './new.json'];
    expect(kalint([...same, 'mixed.conf'])).toMatchObject({ status: 2, stdout: '' });
    expect(kalint(['--update-baseline', 'mixed.conf'])).toMatchObject({
      status: 2,
      stderr: 'kalint: --update-baseline needs a file to write: --baseline FILE\n',
    });
  });

  test('of a configuration file lies in the project', () => {
    write('outside.yaml', 'baseline: ../../known.json\n');
    const { status, stderr } = kalint(['--config', 'outside.yaml', 'mixed.conf']);
    expect(status).toBe(2);
    expect(stderr).toContain('outside.yaml:1:11: `../../known.json` leads out of the project');
  });
});

test('--timing tells where the time went, beside the report', () => {
  write('faulty.conf', faulty);
  const { stdout, stderr } = kalint(['--timing', 'faulty.conf']);
  expect(stdout).toBe(kalint(['faulty.conf']).stdout);
  const rows = stderr.split('\n').slice(1, -1);
  expect(rows.every((row) => /^ {2,4}\S.* +\d+\.\d ms$/.test(row))).toBe(true);
  const names = rows.map((row) => row.trim().split(/ {2,}/)[0]);
  expect(names).toEqual(expect.arrayContaining(['start', 'reading', 'checking', 'parsing']));
  expect(names.at(-1)).toBe('in all');
});

test('--watch checks again what has changed, survives mistakes, and ends cleanly', async () => {
  const home = join(folder, 'watched');
  mkdirSync(join(home, 'parts'), { recursive: true });
  const put = (name: string, text: string): void => writeFileSync(join(home, name), text);
  put('a.conf', `include parts/*.conf\n${clean}`);
  put('parts/one.conf', '');
  const child = spawn(process.execPath, [program, '--watch', '--output', 'r.conf.txt', 'a.conf'], {
    cwd: home,
    env: { PATH: process.env['PATH'] },
  });
  try {
    let heard = '';
    let printed = '';
    child.stderr.on('data', (text) => void (heard += text));
    child.stdout.on('data', (text) => void (printed += text));
    const report = (): string => {
      const path = join(home, 'r.conf.txt');
      return existsSync(path) ? readFileSync(path, 'utf8') : '';
    };
    /** Waits for something that a run brings. */
    const comes = async (text: string, where: () => string): Promise<void> => {
      for (let waited = 0; !where().includes(text); waited += 10) {
        if (waited > 8000) throw new Error(`no ${text} in ${where()}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    await comes('watching 2 files; Ctrl-C ends it\n', () => heard);
    expect(report()).toContain('no findings in 2 files');
    // As editors do: another file takes its place.
    put('.a.conf.swp', `include parts/*.conf\n${faulty}`);
    renameSync(join(home, '.a.conf.swp'), join(home, 'a.conf'));
    await comes('error[unknown-keyword]', report);
    expect(heard).toContain('kalint: a.conf has changed\n');
    put('parts/one.conf', 'nonsense\n');
    await comes('2 errors', report);
    put('parts/two.conf', 'nonsense\n');
    await comes('in 3 files', report);
    put('kalint.config.yaml', 'profil: strict\n');
    await comes('did you mean `profile`', () => heard);
    rmSync(join(home, 'a.conf'));
    rmSync(join(home, 'kalint.config.yaml'));
    await comes('cannot read a.conf: there is no such file', () => heard);
    put('a.conf', clean);
    await comes('no findings in 1 file', report);
    const ended = new Promise((resolve) => {
      child.once('exit', (code, signal) => resolve([code, signal]));
    });
    child.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
    expect(printed).toBe('');
  } finally {
    child.kill('SIGKILL');
  }
}, 20_000);

test('--watch ends quietly when nobody reads any more what it prints', async () => {
  const home = join(folder, 'unread');
  mkdirSync(home);
  const file = join(home, 'a.conf');
  writeFileSync(file, clean);
  const child = spawn(process.execPath, [program, '--watch', 'a.conf'], {
    cwd: home,
    env: { PATH: process.env['PATH'] },
  });
  try {
    let heard = '';
    const isWatching = new Promise<void>((resolve) => {
      child.stderr.on('data', (text) => {
        heard += text;
        if (heard.includes('Ctrl-C')) resolve();
      });
    });
    const ended = new Promise((resolve) => {
      child.once('close', (code, signal) => resolve([code, signal]));
    });
    await once(child.stdout, 'data');
    await isWatching;
    // As `| head -1` does.
    child.stdout.destroy();
    writeFileSync(file, faulty);
    expect(await ended).toEqual([0, null]);
    expect(heard).toBe('kalint: watching 1 file; Ctrl-C ends it\nkalint: a.conf has changed\n');
  } finally {
    child.kill('SIGKILL');
  }
}, 20_000);
