import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtCommand, clean } from '../built-command.ts';

const { folder, kalint, write, shell } = builtCommand();
const untidy = clean.replaceAll('    ', '  ').replace(' {', '\n{');

function textOf(name: string): string {
  return readFileSync(join(folder, name), 'latin1');
}

describe('kalint fmt', () => {
  test('lays files out, and says so', () => {
    write('a.conf', untidy);
    write('b.conf', clean);
    expect(kalint(['fmt', 'a.conf', 'b.conf'])).toMatchObject({
      ...{ status: 0, stdout: '' },
      stderr: 'kalint: formatted 1 file, 1 file already formatted\n',
    });
    expect(textOf('a.conf')).toBe(clean);
    const { mtimeMs } = statSync(join(folder, 'a.conf'));
    expect(kalint(['fmt', 'a.conf']).stderr).toBe('kalint: 1 file already formatted\n');
    expect(statSync(join(folder, 'a.conf')).mtimeMs).toBe(mtimeMs);
  });

  test('keeps mode, line ends, bytes and symbolic links', () => {
    const laidOut = (text: string): Buffer =>
      Buffer.from(`# \xe9t\xe9\r\n${text.replaceAll('\n', '\r\n')}`, 'latin1');
    write('c.conf', laidOut(untidy));
    chmodSync(join(folder, 'c.conf'), 0o640);
    symlinkSync('c.conf', join(folder, 'link.conf'));
    expect(kalint(['fmt', 'link.conf'])).toMatchObject({ status: 0 });
    expect(textOf('c.conf')).toBe(laidOut(clean).toString('latin1'));
    expect(statSync(join(folder, 'c.conf')).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(folder, 'link.conf')).isSymbolicLink()).toBe(true);
  });

  test('tries each file, whatever becomes of the others', () => {
    write('first.conf', untidy);
    write('open.conf', `${untidy}vrrp_instance B {\n`);
    write('named.conf', untidy);
    linkSync(join(folder, 'named.conf'), join(folder, 'twice.conf'));
    write('last.conf', untidy);
    const names = ['first.conf', 'open.conf', 'missing.conf', 'named.conf', 'last.conf'];
    const { status, stderr } = kalint(['fmt', ...names]);
    expect(status).toBe(2);
    expect(stderr.split('\n')).toEqual([
      'kalint: open.conf:10:1: left as it is: the } of this block is missing; kalint FILE says where it belongs',
      'kalint: cannot read missing.conf: there is no such file',
      'kalint: cannot write named.conf: it has several names (hard links)',
      'kalint: formatted 2 files, 3 files not formatted',
      '',
    ]);
    expect([textOf('first.conf'), textOf('last.conf')]).toEqual([clean, clean]);
    expect(textOf('open.conf')).toBe(`${untidy}vrrp_instance B {\n`);
  });

  test('formats what is found in folders, but not what is ignored', () => {
    mkdirSync(join(folder, 'fleet/old'), { recursive: true });
    for (const name of ['fleet/keepalived.conf', 'fleet/old/keepalived.conf']) write(name, untidy);
    write('fleet/kalint.config.json', '{ "ignore": ["old"] }');
    expect(kalint(['fmt', '--check', 'fleet'])).toMatchObject({
      ...{ status: 1, stdout: 'fleet/keepalived.conf\n' },
      stderr: 'kalint: 1 file would change\n',
    });
    expect(kalint(['fmt', '--check', '--no-ignore', 'fleet']).stdout).toBe(
      'fleet/keepalived.conf\nfleet/old/keepalived.conf\n',
    );
  });

  test('reads what is included as the check does', () => {
    write('main.conf', `include part.conf\n${untidy}`);
    write('part.conf', '  $NAME=x\n@one include part.conf\n');
    expect(kalint(['fmt', 'main.conf', 'part.conf'])).toMatchObject({ status: 0 });
    expect(textOf('part.conf')).toBe('$NAME=x\n@one include part.conf\n');
    expect(textOf('main.conf')).toBe(`include part.conf\n${clean}`);
  });

  test('formats the files of the clusters when no files are given', () => {
    write('kalint.config.json', '{ "clusters": [{ "nodes": [{ "file": "node.conf" }] }] }');
    write('node.conf', untidy);
    expect(kalint(['fmt'])).toMatchObject({ status: 0, stderr: 'kalint: formatted 1 file\n' });
    expect(textOf('node.conf')).toBe(clean);
    expect(kalint(['fmt', '--no-config'])).toMatchObject({
      ...{ status: 2, stdout: '' },
      stderr: 'kalint: no files are given\nSee kalint fmt --help\n',
    });
  });
});

test('files of other programs are left as they are', () => {
  const nginx = 'events {\n}\nhttp {\n  server { listen 80; }\n}\n';
  write('nginx.conf', nginx);
  write('included.conf', 'real_server 192.0.2.1 80 { weight 1 }\n');
  write('addresses.conf', '  192.0.2.1\n');
  expect(kalint(['fmt', 'nginx.conf', 'included.conf', 'addresses.conf'])).toMatchObject({
    status: 2,
    stderr: [
      'kalint: nginx.conf: left as it is: none of its blocks is one of keepalived; name keepalived.conf files only',
      'kalint: formatted 2 files, 1 file not formatted\n',
    ].join('\n'),
  });
  expect(textOf('nginx.conf')).toBe(nginx);
});

describe('--check and --diff', () => {
  test('change nothing, and fail when something would change', () => {
    write('d.conf', untidy);
    write('e.conf', clean);
    expect(kalint(['fmt', '--check', 'd.conf', 'e.conf'])).toMatchObject({
      ...{ status: 1, stdout: 'd.conf\n' },
      stderr: 'kalint: 1 file would change, 1 file already formatted\n',
    });
    expect(kalint(['fmt', '--check', 'e.conf'])).toMatchObject({ status: 0, stdout: '' });
    expect(kalint(['fmt', '--diff', 'e.conf'])).toMatchObject({ status: 0, stdout: '' });
    const { status, stdout } = kalint(['fmt', '--diff', 'd.conf']);
    expect(status).toBe(1);
    expect(stdout.split('\n').slice(0, 7)).toEqual([
      ...['--- d.conf', '+++ d.conf', '@@ -1,9 +1,8 @@'],
      ...['-vrrp_instance WEB', '-{', '-  interface eth0', '-  virtual_router_id 51'],
    ]);
    expect(textOf('d.conf')).toBe(untidy);
    expect(kalint(['fmt', '--check', '--diff', 'd.conf']).status).toBe(2);
  });

  test('show no secret, and nothing that acts on a terminal', () => {
    const name = 'f\u001b[31m\n.conf';
    write(name, `authentication {\n auth_type PASS\n auth_pass hunter2x # \u001b[2J\n }\n`);
    const shown = kalint(['fmt', '--diff', name]);
    expect(shown.stdout).toContain('auth_pass ********');
    for (const { stdout, stderr } of [shown, kalint(['fmt', '--check', name])]) {
      expect(stdout + stderr).not.toContain('hunter2');
      expect(stdout + stderr).not.toContain('\u001b');
      expect(stdout).toMatch(/f␛\[31m␊\.conf/);
    }
  });

  test('show no value of a definition: a password in another file may be what it is', () => {
    write('k.conf', '  $PASS=hunter2 \\\n hunter3\n  @one $PASS=hunter4\n  $MORE=x # why\n');
    const { stdout } = kalint(['fmt', '--diff', 'k.conf']);
    expect(stdout).toMatch(/^\+@one \$PASS=\*+$/m);
    expect(stdout).not.toContain('hunter');
  });

  test('say when only line ends would change', () => {
    write('g.conf', clean.replace('\n', '\r\n'));
    expect(kalint(['fmt', '--diff', 'g.conf'])).toMatchObject({
      ...{ status: 1, stdout: '' },
      stderr: 'kalint: g.conf: only line ends would change\nkalint: 1 file would change\n',
    });
  });
});

describe('standard input', () => {
  test('is printed as it becomes, and nothing besides', () => {
    write('h.conf', untidy);
    const { status, stdout, stderr } = shell('"$NODE" "$KALINT" fmt - < h.conf');
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: clean, stderr: '' });
  });

  test('comes back as it was when it must not be changed', () => {
    write('i.conf', 'a {\n');
    const command = '"$NODE" "$KALINT" fmt - --stdin-filename lb1.conf < i.conf';
    const { status, stdout, stderr } = shell(command);
    expect(status).toBe(2);
    expect(stdout).toBe('a {\n');
    expect(stderr).toMatch(/^kalint: lb1\.conf:1:1: left as it is: /);
  });

  test('is checked under its name', () => {
    write('j.conf', untidy);
    const command = '"$NODE" "$KALINT" fmt --check - --stdin-filename j.conf < j.conf';
    expect(shell(command)).toMatchObject({ status: 1, stdout: 'j.conf\n' });
    expect(kalint(['fmt', '--stdin-filename', 'x', 'j.conf'])).toMatchObject({
      status: 2,
      stderr:
        'kalint: --stdin-filename goes with -, which is standard input\nSee kalint fmt --help\n',
    });
  });
});
