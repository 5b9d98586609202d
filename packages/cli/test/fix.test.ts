import {
  chmodSync,
  linkSync,
  lstatSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeChanges } from '../src/changes/changes.ts';
import { builtCommand, clean, faulty } from './built-command.ts';

const { folder, kalint, write, shell } = builtCommand();

function textOf(name: string): string {
  return readFileSync(join(folder, name), 'latin1');
}

describe('--fix', () => {
  test('repairs the file, and reports what is left', () => {
    write('a.conf', `${faulty}vrrp_instance MAIL {\n}\n`);
    const { status, stdout, stderr } = kalint(['--fix', 'a.conf']);
    expect(textOf('a.conf')).toBe(`${clean}vrrp_instance MAIL {\n}\n`);
    expect(stderr).toBe('kalint: repaired 1 finding in 1 file\n');
    expect(stdout).not.toContain('priorty');
    expect(stdout).toContain('`MAIL`');
    expect(status).toBe(1);
  });

  test('says nothing when there is nothing to repair, and does not touch the file', () => {
    write('b.conf', clean);
    const before = statSync(join(folder, 'b.conf')).mtimeMs;
    expect(kalint(['--fix', 'b.conf'])).toMatchObject({
      status: 0,
      stdout: 'no findings in 1 file\n',
      stderr: '',
    });
    expect(statSync(join(folder, 'b.conf')).mtimeMs).toBe(before);
  });

  test('keeps mode, line ends, bytes and symbolic links', () => {
    const bytes = Buffer.from(`# \xe9t\xe9\r\n${faulty.replaceAll('\n', '\r\n')}`, 'latin1');
    write('c.conf', bytes);
    chmodSync(join(folder, 'c.conf'), 0o640);
    symlinkSync('c.conf', join(folder, 'link.conf'));
    expect(kalint(['--fix', 'link.conf'])).toMatchObject({ status: 0 });
    expect(textOf('c.conf')).toBe(`# \xe9t\xe9\r\n${clean.replaceAll('\n', '\r\n')}`);
    expect(statSync(join(folder, 'c.conf')).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(folder, 'link.conf')).isSymbolicLink()).toBe(true);
  });

  test('does not write to what is no file', () => {
    write('d.conf', faulty);
    const { status, stderr } = shell(
      'mkfifo pipe; cat d.conf > pipe & "$NODE" "$KALINT" --fix pipe',
    );
    expect(stderr).toBe('kalint: cannot write pipe: it is not a regular file\n');
    expect(status).toBe(2);
    unlinkSync(join(folder, 'pipe'));
  });

  test('writes all files or none', () => {
    write('one.conf', faulty);
    write('two.conf', faulty);
    linkSync(join(folder, 'two.conf'), join(folder, 'three.conf'));
    const { status, stderr } = kalint(['--fix', 'one.conf', 'two.conf']);
    expect(stderr).toBe('kalint: cannot write two.conf: it has several names (hard links)\n');
    expect(status).toBe(2);
    expect(textOf('one.conf')).toBe(faulty);
  });

  test('says of a file that has gone what has become of it', () => {
    const path = join(folder, 'gone.conf');
    const change = { path, before: faulty, after: clean, encoding: 'utf-8' } as const;
    expect(writeChanges([change])).toEqual([`cannot write ${path}: it is no longer there`]);
  });

  test('leaves included files alone', () => {
    write('main.conf', 'include part.conf\n');
    write('part.conf', faulty);
    expect(kalint(['--fix', 'main.conf'])).toMatchObject({ status: 1, stderr: '' });
    expect(textOf('part.conf')).toBe(faulty);
    expect(kalint(['--fix', 'main.conf', 'part.conf'])).toMatchObject({ status: 0 });
    expect(textOf('part.conf')).toBe(clean);
  });

  test('carries out unsafe repairs only when it is told to', () => {
    write('e.conf', faulty);
    kalint(['--fix', '--unsafe', 'e.conf']);
    expect(textOf('e.conf')).toBe(clean);
  });
});

describe('--diff', () => {
  test('shows what would change, and changes nothing', () => {
    write('f.conf', faulty);
    const { status, stdout, stderr } = kalint(['--diff', 'f.conf']);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout.split('\n')).toEqual([
      '--- f.conf',
      '+++ f.conf',
      '@@ -1,7 +1,7 @@',
      ' vrrp_instance WEB {',
      '     interface eth0',
      '     virtual_router_id 51',
      '-    priorty 100',
      '+    priority 100',
      '     virtual_ipaddress {',
      '         192.0.2.80/24',
      '     }',
      '',
    ]);
    expect(textOf('f.conf')).toBe(faulty);
  });

  test('of very many lines takes no time', () => {
    const lines = Array.from({ length: 9000 }, (_, index) => `prioritty ${index % 200}\n`).join('');
    write('many.conf', `vrrp_instance A {\n${lines}}\n`);
    const start = performance.now();
    const { status, stdout } = kalint(['--diff', 'many.conf']);
    expect(status).toBe(1);
    expect(stdout).toContain('\n-prioritty 7\n');
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test('says when there is nothing to show', () => {
    write('g.conf', clean);
    expect(kalint(['--diff', 'g.conf'])).toMatchObject({
      status: 0,
      stdout: '',
      stderr: 'kalint: there is nothing that could be repaired\n',
    });
  });

  test('shows no secret, and nothing that acts on a terminal', () => {
    const authentication = 'authentication {\n auth_type PASS\n auth_pass hunter2x\n }';
    write('h.conf', faulty.replace('priorty', `${authentication}\n # \u001b[31m\n priorty`));
    const { stdout } = kalint(['--diff', 'h.conf']);
    expect(stdout).toContain('+ priority 100');
    expect(stdout).toContain('auth_pass ********');
    expect(stdout).not.toContain('hunter2');
    expect(stdout).not.toContain('\u001b');
  });
});
