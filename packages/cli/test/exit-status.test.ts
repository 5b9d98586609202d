import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtCommand, clean, faulty } from './built-command.ts';

const { folder, kalint, write, shell } = builtCommand();

/** Each one a mistake of its own. */
const manyLines = Array.from({ length: 2000 }, (_, index) => `nonsense-${index}\n`).join('');

test('0 when there is no error', () => {
  write('clean.conf', clean);
  expect(kalint(['clean.conf'])).toMatchObject({
    status: 0,
    stdout: 'no findings in 1 file\n',
    stderr: '',
  });
});

test('0 when there is advice only', () => {
  write('empty.conf', '');
  const { status, stdout } = kalint(['empty.conf']);
  expect(stdout).toContain('1 info in 1 file');
  expect(status).toBe(0);
});

test.each([[[]], [['--format', 'json']]])('1 when there is an error (%j)', (options) => {
  write('faulty.conf', faulty);
  expect(kalint([...options, 'faulty.conf'])).toMatchObject({ status: 1, stderr: '' });
});

test('2 when one of several files cannot be read: then none is checked', () => {
  write('faulty.conf', faulty);
  expect(kalint(['faulty.conf', 'missing.conf', 'absent.conf'])).toEqual(
    expect.objectContaining({
      status: 2,
      stdout: '',
      stderr:
        'kalint: cannot read missing.conf: there is no such file\n' +
        'kalint: cannot read absent.conf: there is no such file\n',
    }),
  );
});

test.each(['faulty.conf', '--diff faulty.conf', '--help', '--version', 'rules'])(
  '2 when what %s prints cannot be written',
  (words) => {
    write('faulty.conf', faulty);
    const { status, stderr } = shell(`"$NODE" "$KALINT" ${words} > /dev/full`);
    expect(stderr).toBe('kalint: cannot write the result: there is no space left\n');
    expect(status).toBe(2);
  },
);

test('3 when kalint fails; the stack, which may quote files, only on request', () => {
  write('clean.conf', clean);
  write('break.cjs', "require('node:fs').openSync = () => { throw new TypeError('hush'); };");
  const broken = { NODE_OPTIONS: '--require ./break.cjs' };
  const { status, stdout, stderr } = kalint(['clean.conf'], broken);
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  expect(stderr).toContain('internal error (TypeError)');
  expect(stderr).toContain('bug in kalint');
  expect(stderr).toContain('https://github.com/kalint/kalint/issues');
  expect(stderr).not.toContain('hush');
  expect(stderr).not.toMatch(/^\s+at /m);
  const { stderr: stack } = kalint(['clean.conf'], { ...broken, KALINT_DEBUG: '1' });
  expect(stack).toContain('hush');
  expect(stack).toMatch(/^\s+at /m);
});

describe('3 leaves no half result', () => {
  const breaking = (script: string) => {
    write('break.cjs', script);
    return { NODE_OPTIONS: '--require ./break.cjs' };
  };

  test('when one of several formats fails, none is printed or written', () => {
    write('faulty.conf', faulty);
    const broken = breaking("JSON.stringify = () => { throw new TypeError('hush'); };");
    for (const formats of [
      ['--format', 'pretty', '--format', 'json=half.json'],
      ['--format', 'compact=half.json', '--format', 'json'],
    ]) {
      const { status, stdout, stderr } = kalint([...formats, 'faulty.conf'], broken);
      expect({ formats, status, stdout }).toEqual({ formats, status: 3, stdout: '' });
      expect(stderr).toContain('Please report it: https://github.com/kalint/kalint/issues');
      expect(existsSync(join(folder, 'half.json'))).toBe(false);
    }
  });

  test('when writing a report fails, the one that was there stays as it was', () => {
    write('faulty.conf', faulty);
    write('report.json', 'of yesterday');
    const broken = breaking(
      "require('node:fs').renameSync = () => { throw new TypeError('hush'); };",
    );
    const { status } = kalint(['--format', 'json=report.json', 'faulty.conf'], broken);
    expect(status).toBe(3);
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe('of yesterday');
    expect(readdirSync(folder).filter((name) => name.startsWith('report.json'))).toHaveLength(1);
  });

  test('when a repair fails, no file is changed', () => {
    write('one.conf', faulty);
    write('two.conf', faulty);
    const broken = breaking(
      "require('node:fs').renameSync = () => { throw new TypeError('hush'); };",
    );
    expect(kalint(['--fix', 'one.conf', 'two.conf'], broken)).toMatchObject({ status: 3 });
    for (const name of ['one.conf', 'two.conf'])
      expect(readFileSync(join(folder, name), 'utf8')).toBe(faulty);
  });
});

test('2 when one of several reports cannot be written; the others are whole', () => {
  write('faulty.conf', faulty);
  // What can be seen beforehand is a mistake, and nothing is checked; this can only be tried.
  const formats = ['--format', `json=${'long'.repeat(100)}`, '--format', 'json=there.json'];
  const { status, stderr } = kalint([...formats, 'faulty.conf']);
  expect(stderr).toContain('long: the name is too long');
  expect(status).toBe(2);
  const report: unknown = JSON.parse(readFileSync(join(folder, 'there.json'), 'utf8'));
  expect(report).toMatchObject({ summary: { errors: 1 } });
});

describe('2 when a disk takes only a part of a file', () => {
  // Of a file this shell, and what it starts, can write the first 8 blocks of 512 bytes.
  const limited = (words: string): ReturnType<typeof shell> =>
    shell(`trap '' XFSZ; ulimit -f 8; "$NODE" "$KALINT" ${words}`);

  test('a report is not cut, and the one that was there stays', () => {
    write('many.conf', manyLines);
    write('report.json', 'of yesterday');
    const { status, stderr } = limited('--format json --output report.json many.conf');
    expect(stderr).toContain('cannot write report.json');
    expect(status).toBe(2);
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe('of yesterday');
  });

  test('a configuration that is repaired is not cut', () => {
    const before = `${'! a comment\n'.repeat(500)}vrrp_instance VI_1 {\n    prioritty 100\n}\n`;
    write('large.conf', before);
    const { status, stderr } = limited('--fix large.conf');
    expect(stderr).toContain('cannot write large.conf');
    expect(status).toBe(2);
    expect(readFileSync(join(folder, 'large.conf'), 'utf8')).toBe(before);
  });

  test('nothing else is left behind', () => {
    expect(
      readdirSync(folder)
        .filter((name) => /^(?:report|large)\./.test(name))
        .sort(),
    ).toEqual(['large.conf', 'report.json']);
  });
});

test('a reader that has seen enough ends it quietly', () => {
  write('long.conf', manyLines);
  const { stdout, stderr } = shell('"$NODE" "$KALINT" long.conf | head -n 1');
  expect(stdout).toContain('error[unknown-keyword]');
  expect(stderr).toBe('');
});

test('a report for people shows the first findings of a kind, and counts all', () => {
  write('long.conf', manyLines);
  const { stdout } = kalint(['long.conf']);
  expect(stdout.match(/^error\[/gm)?.length).toBe(50);
  expect(stdout).toContain(
    '\n1950 more are not shown; --format json has them all\n\n2000 errors in 1 file\n',
  );
});

test('a long report is complete before the end', () => {
  write('long.conf', manyLines);
  const { stdout } = kalint(['--format', 'json', 'long.conf']);
  expect(stdout.length).toBeGreaterThan(2 ** 18);
  expect(JSON.parse(stdout).summary.errors).toBe(2000);
  const slowly = shell('"$NODE" "$KALINT" --format json long.conf | (sleep 0.2; cat) | tail -n 1');
  expect(slowly.stdout).toBe('}\n');
});
