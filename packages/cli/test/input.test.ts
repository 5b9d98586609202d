import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtCommand, clean, faulty } from './built-command.ts';

const { folder, kalint, shell, write } = builtCommand();

function expectRefusal(file: string, reason: string): void {
  expect(kalint([file])).toMatchObject({
    status: 2,
    stdout: '',
    stderr: `kalint: cannot read ${file}: ${reason}\n`,
  });
}

describe('what is no configuration file is refused', () => {
  test('a missing file', () => {
    expectRefusal('missing.conf', 'there is no such file');
    for (const words of [[''], ['', 'a.conf', 'missing.conf'], ['fmt', '']])
      expect(kalint(words)).toMatchObject({
        ...{ status: 2, stdout: '' },
        stderr: expect.stringMatching(
          /^kalint: the name of a file is empty; is a variable of a script not set\?\n/,
        ),
      });
  });

  test('a folder that has none', () => {
    mkdirSync(join(folder, 'conf.d'));
    const { status, stdout, stderr } = kalint(['conf.d']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^kalint: conf\.d has no configuration of keepalived: of 0 files none /);
  });

  test('a path through a file', () => {
    write('file', clean);
    expectRefusal('file/keepalived.conf', 'a part of its path is not a directory');
  });

  test.skipIf(process.getuid?.() === 0)('a file without permission', () => {
    write('private.conf', clean);
    chmodSync(join(folder, 'private.conf'), 0o000);
    expectRefusal('private.conf', 'permission denied');
  });

  test('a link that leads to itself', () => {
    symlinkSync('loop.conf', join(folder, 'loop.conf'));
    expectRefusal('loop.conf', 'its symbolic links go round in a circle');
  });

  test('a binary file', () => {
    write('binary.conf', Buffer.from('\u007fELF\u0002\u0001\u0001\0\0', 'latin1'));
    expectRefusal('binary.conf', 'it is not a text file (NUL byte at offset 7)');
  });

  test.each([
    ['little', [0xff, 0xfe, 0x76, 0x00]],
    ['big', [0xfe, 0xff, 0x00, 0x76]],
  ])('UTF-16, %s endian', (_, bytes) => {
    write('utf16.conf', Uint8Array.from(bytes));
    expectRefusal('utf16.conf', 'it is UTF-16; save it as UTF-8');
  });

  test('a file that is far too large', () => {
    write('large.conf', '');
    truncateSync(join(folder, 'large.conf'), 16 * 1024 * 1024 + 1);
    expectRefusal('large.conf', 'it is larger than 16 MiB');
    expectRefusal('/dev/zero', 'it is larger than 16 MiB');
  });
});

describe('any text is checked', () => {
  test('an empty file', () => {
    write('empty.conf', '');
    expect(kalint(['empty.conf'])).toMatchObject({ status: 0, stderr: '' });
  });

  test('bytes that are not UTF-8: each is a character', () => {
    write('latin1.conf', Buffer.from(`# caf\u00e9 \u0085\n${faulty}`, 'latin1'));
    const { status, stdout } = kalint(['--format', 'json', 'latin1.conf']);
    expect(status).toBe(1);
    const offset = faulty.indexOf('priorty') + '# cafe .\n'.length;
    expect(JSON.parse(stdout)).toMatchObject({
      diagnostics: [{ rule: 'unknown-keyword', range: { start: { line: 5, column: 5, offset } } }],
    });
  });

  test('a byte order mark counts as a character', () => {
    write('bom.conf', `\uFEFFpriorty 1\n`);
    const { stdout } = kalint(['--format', 'json', 'bom.conf']);
    expect(stdout).toContain('"byte-order-mark"');
  });

  test('CRLF is a line end like any other', () => {
    write('lf.conf', faulty);
    write('crlf.conf', faulty.replaceAll('\n', '\r\n'));
    const { stdout } = kalint(['crlf.conf']);
    expect(stdout.replaceAll('crlf.conf', 'lf.conf')).toBe(kalint(['lf.conf']).stdout);
    expect(stdout).not.toContain('\r');
  });

  test('from a pipe', () => {
    write('faulty.conf', faulty);
    const { status, stdout } = shell('cat faulty.conf | "$NODE" "$KALINT" /dev/stdin');
    expect(stdout).toContain('at /dev/stdin:4:5\n');
    expect(status).toBe(1);
  });

  test.skipIf(spawnSync('bash', ['-c', ':']).error)('from two commands, as a cluster', () => {
    write('one.conf', clean);
    const script = `exec "$NODE" "$KALINT" <(cat one.conf) <(sed s/51/52/ one.conf)`;
    const { stdout } = shell(`bash -c '${script}'`);
    expect(stdout).toContain('error[virtual-router-id-mismatch]');
    expect(stdout).toContain('in 2 files');
  });
});

describe('a file that is given twice is read once', () => {
  test('by the same name', () => {
    write('faulty.conf', faulty);
    expect(kalint(['faulty.conf', 'faulty.conf'])).toMatchObject({
      status: 1,
      stdout: kalint(['faulty.conf']).stdout,
      stderr: 'kalint: faulty.conf is given twice; it is read once\n',
    });
  });

  test('by another name', () => {
    write('faulty.conf', faulty);
    symlinkSync('faulty.conf', join(folder, 'link.conf'));
    expect(kalint(['faulty.conf', './faulty.conf', 'link.conf'])).toMatchObject({
      stdout: kalint(['faulty.conf']).stdout,
      stderr:
        'kalint: ./faulty.conf is the same file as faulty.conf; it is read once\n' +
        'kalint: link.conf is the same file as faulty.conf; it is read once\n',
    });
  });
});
