import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { allCommands } from '../../../packages/cli/src/command.ts';
import { manPage, roff } from '../../generate/man-page.ts';

const page = manPage.text();

function isThere(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

test('it names every command and every option', () => {
  for (const command of allCommands()) {
    expect(page).toContain(`\\fB${roff(command.name())}\\fR [`);
    for (const { long } of command.options) expect(page).toContain(`\\fB${roff(long ?? '')}\\fR`);
  }
});

test('text cannot become a request, nor an escape', () => {
  expect(roff(".so /etc/passwd\n'br\n\\fB -x `~^ ü")).toBe(
    '\\&.so /etc/passwd\n\\(aqbr\n\\efB \\-x \\(ga\\(ti\\(ha \\[u00FC]',
  );
  const requests = [...page.matchAll(/^[.'](\S+)/gm)].map(([, name]) => name);
  expect([...new Set(requests)].sort()).toEqual(
    ['\\"', 'TH', 'SH', 'SS', 'TP', 'PP', 'nf', 'fi', 'br', 'BR'].sort(),
  );
});

test.skipIf(!isThere('mandoc'))('mandoc finds nothing to say about it', () => {
  const { status, stdout } = spawnSync('mandoc', ['-Tlint'], { input: page, encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

const hasManDb = /^man \d/.test(String(spawnSync('man', ['--version']).stdout));

test.skipIf(!hasManDb)('man shows it without a warning', () => {
  const { status, stdout, stderr } = spawnSync('man', ['--warnings', '-l', '-'], {
    input: page,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', MANWIDTH: '80', MANPAGER: 'cat' },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('--keepalived-version release');
});
