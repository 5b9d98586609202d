import { mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtCommand, clean, faulty, type Run } from './built-command.ts';

const { folder, kalint, shell, write } = builtCommand();

/** Runs the command with a text as standard input; the words are those of a shell. */
function withInput(text: string | Uint8Array, words: string): Run {
  write('input', text);
  return shell(`"$NODE" "$KALINT" ${words} < input`);
}

describe('- is standard input', () => {
  test('which has no name', () => {
    const { status, stdout, stderr } = withInput(faulty, '-');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('at <stdin>:4:5\n');
  });

  test('from a pipe that is slow, and from a socket', () => {
    write('faulty.conf', faulty);
    const slow = shell('(sleep 0.2; cat faulty.conf) | "$NODE" "$KALINT" -');
    expect(slow.stdout).toContain('at <stdin>:4:5\n');
    // Node gives its children sockets.
    const spawn =
      "const { spawnSync } = require('node:child_process');" +
      "const { status } = spawnSync(process.execPath, [process.env.KALINT, '-'], { input: '{' });" +
      'process.exitCode = status + 40;';
    write('spawn.cjs', spawn);
    expect(shell('"$NODE" spawn.cjs').status).toBe(41);
  });

  test.each([
    ['a binary file', Uint8Array.of(0), 'it is not a text file (NUL byte at offset 0)'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe), 'it is UTF-16; save it as UTF-8'],
  ])('%s is refused', (_, bytes, reason) => {
    expect(withInput(bytes, '- --stdin-filename a.conf')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: `kalint: cannot read standard input: ${reason}\n`,
    });
  });

  test('without end it is refused, and a folder', () => {
    const { stderr } = shell('"$NODE" "$KALINT" - < /dev/zero; "$NODE" "$KALINT" - < .');
    expect(stderr).toMatch(/^kalint: .*: it is larger than 16 MiB\nkalint: .*: it is a directory/);
  });
});

describe('--stdin-filename', () => {
  test('names the file in reports, decides what is included, and which configuration counts', () => {
    mkdirSync(join(folder, 'lb1'), { recursive: true });
    write('lb1/more.conf', 'vrrp_instance B {\n priorty 5\n}\n');
    write('lb1/kalint.config.json', '{ "rules": { "incomplete-instance": "off" } }');
    const { stdout } = withInput(
      'include more.conf\n',
      '- --stdin-filename lb1/new.conf --format json',
    );
    const { diagnostics } = JSON.parse(stdout);
    const found = diagnostics.map(({ rule, file, related }: typeof diagnostics) => [
      rule,
      file,
      ...related.map(({ file: other }: typeof diagnostics) => other),
    ]);
    expect(found).toContainEqual(['unknown-keyword', 'lb1/more.conf', 'lb1/new.conf']);
    expect(found.flat()).not.toContain('incomplete-instance');
  });

  test('of a file that is there takes its place, in the cluster, too', () => {
    write('one.conf', clean);
    write('two.conf', clean.replace('100', '90'));
    const changed = clean.replace('51', '52').replace('100', '90');
    for (const words of [
      '- one.conf --stdin-filename two.conf',
      'one.conf two.conf - --stdin-filename ./two.conf',
    ]) {
      const { stdout } = withInput(changed, words);
      expect(stdout).toContain('error[virtual-router-id-mismatch]');
      expect(stdout).toContain('at two.conf:3:5');
    }
  });
});

test('a link that leads nowhere is no name of standard input', () => {
  mkdirSync(join(folder, 'links'));
  symlinkSync('nowhere', join(folder, 'links/a.conf'));
  const { stdout } = withInput('include links/*.conf\n', '- --format json');
  expect(JSON.parse(stdout).diagnostics).toMatchObject([{ rule: 'missing-include' }]);
});

describe('--fix with - prints the repaired text, and the report beside it', () => {
  test('the text is all of standard output', () => {
    const rest = `vrrp_script unused {\n script "/bin/true"\n}\n`;
    const { status, stdout, stderr } = withInput(faulty + rest, '- --fix --max-warnings 0');
    expect({ status, stdout }).toEqual({ status: 1, stdout: clean + rest });
    expect(stderr).toMatch(/^kalint: repaired 1 finding in 1 file\nwarning\[unused-script\]/);
  });

  test('as it was where nothing is repaired, byte by byte', () => {
    const bytes = Buffer.from(`# caf\u00e9\r\n${clean}# \u0085`, 'latin1');
    write('copy', bytes);
    const { status, stderr } = shell(
      '"$NODE" "$KALINT" --fix --quiet - < copy > out && cmp copy out',
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('the file of that name is left alone, others are written', () => {
    write('one.conf', faulty);
    write('two.conf', faulty.replace('100', '90'));
    const { stdout } = withInput(faulty, '- two.conf --fix --stdin-filename one.conf --quiet');
    expect(stdout).toBe(clean);
    expect(readFileSync(join(folder, 'one.conf'), 'utf8')).toBe(faulty);
    expect(readFileSync(join(folder, 'two.conf'), 'utf8')).toBe(clean.replace('100', '90'));
  });

  test('nothing where the job cannot be done', () => {
    const { status, stdout } = withInput(faulty, '- --fix --output missing/report.txt');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  test('--diff shows the difference', () => {
    const { status, stdout } = withInput(faulty, '- --diff --stdin-filename a.conf');
    expect(status).toBe(1);
    expect(stdout).toContain('+++ a.conf\n');
    expect(statSync(join(folder, 'a.conf'), { throwIfNoEntry: false })).toBeUndefined();
  });
});

test('a command line may end with --, and - is standard input still', () => {
  expect(withInput(faulty, '-- -').stdout).toContain('at <stdin>:4:5\n');
  expect(kalint(['--', './-']).stderr).toBe('kalint: cannot read ./-: there is no such file\n');
});
