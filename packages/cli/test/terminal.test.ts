import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { wantsColours } from '../src/terminal/colour.ts';
import { visible } from '../src/terminal/visible.ts';
import { builtCommand, faulty } from './built-command.ts';

const { kalint, shell, write } = builtCommand();
const escape = '\u001b';

describe('colours', () => {
  const isColoured = (words: readonly string[], environment?: Record<string, string>): boolean => {
    write('faulty.conf', faulty);
    const { status, stdout } = kalint([...words, 'faulty.conf'], environment);
    expect(status).toBe(1);
    return stdout.includes(escape);
  };

  test.each<[readonly string[], Record<string, string>, boolean]>([
    [[], {}, false],
    [[], { TERM: 'xterm-256color' }, false],
    [['--color'], {}, true],
    [['--color'], { NO_COLOR: '1' }, true],
    [['--no-color'], { FORCE_COLOR: '1' }, false],
    [[], { FORCE_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '3' }, true],
    [[], { FORCE_COLOR: '0' }, false],
    [[], { FORCE_COLOR: 'false' }, false],
    [[], { FORCE_COLOR: '' }, false],
    [[], { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [[], { FORCE_COLOR: '1', NO_COLOR: '' }, true],
    [['--format', 'json'], { FORCE_COLOR: '1' }, false],
  ])('%j, %j: %s', (words, environment, expected) => {
    expect(isColoured(words, environment)).toBe(expected);
  });

  test('they only colour', () => {
    write('faulty.conf', faulty);
    const coloured = kalint(['--color', 'faulty.conf']).stdout;
    // oxlint-disable-next-line no-control-regex
    const bare = coloured.replace(/\u001b\[\d+m/g, '');
    expect(bare).toBe(kalint(['faulty.conf']).stdout);
  });

  const pseudoTerminal = spawnSync('script', ['-qec', ':', '/dev/null']);
  test.skipIf(pseudoTerminal.error ?? pseudoTerminal.status !== 0)('on a terminal', () => {
    write('faulty.conf', faulty);
    const onTerminal = (environment: string): string =>
      shell(`${environment} script -qec '"$NODE" "$KALINT" faulty.conf' /dev/null`).stdout;
    expect(onTerminal('TERM=xterm')).toContain(escape);
    expect(onTerminal('TERM=dumb')).not.toContain(escape);
    expect(onTerminal('TERM=xterm NO_COLOR=1')).not.toContain(escape);
  });

  test('to the null device there are none', () => {
    expect(wantsColours(undefined, { FORCE_COLOR: '0', TERM: 'xterm' })).toBe(false);
    write('faulty.conf', faulty);
    expect(shell('"$NODE" "$KALINT" faulty.conf > /dev/null')).toMatchObject({ status: 1 });
  });
});

// oxlint-disable-next-line no-control-regex
const acting = /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

describe('nothing of a file acts on the terminal', () => {
  const hostile = `${escape}[2J${escape}]0;title\u0007\u009b31m\r\b\u202E\u2066\u200b\ufeffword`;

  test.each([[[]], [['--format', 'json']]])('neither its text nor its name (%j)', (options) => {
    const name = `evil ${escape}[31m\n\u202Egnp.conf`;
    write(name, `vrrp_instance A {\n${hostile} 1\n}\n# ${hostile}\n}\n`);
    write('plain.conf', `vrrp_instance A {\n"${hostile}" ${hostile}\n}\n`);
    const { status, stdout, stderr } = kalint([...options, name, 'plain.conf']);
    expect(status).toBe(1);
    expect(stdout).not.toMatch(acting);
    expect(stderr).toBe('');
    if (options.length > 0) expect(stdout).toContain(JSON.stringify(name).slice(1, 12));
    else expect(stdout).toContain('evil ␛[31m␊<U+202E>gnp.conf:');
  });

  test('nor the name of a file that cannot be read', () => {
    // ESC c resets a terminal.
    const { stderr } = kalint([`a${escape}c\n\u009b.conf`]);
    expect(stderr).toBe('kalint: cannot read a␛c␊<U+009B>.conf: there is no such file\n');
    const { stderr: aboutPattern } = kalint([`a${escape}[31m\n\u009b.conf`]);
    expect(aboutPattern).toBe('kalint: no file fits the pattern a␛[31m␊<U+009B>.conf\n');
  });
});

describe('visible', () => {
  test.each([
    ['plain ASCII {text} ~', 'plain ASCII {text} ~'],
    ['é ß 配置 ∀', 'é ß 配置 ∀'],
    ['\t\n\r\u001b\u007f', '␉␊␍␛␡'],
    ['\u0080\u009b', '<U+0080><U+009B>'],
    ['a\u200bb\u00adc\u2060', 'a<U+200B>b<U+00AD>c<U+2060>'],
    ['no\u00a0break\u3000space', 'no<U+00A0>break<U+3000>space'],
    ['\ud800 \udc00', '<U+D800> <U+DC00>'],
    ['\u{e0041}\ufe0f\u{10ffff}', '<U+E0041><U+FE0F><U+10FFFF>'],
    ['\u2028\u2029', '<U+2028><U+2029>'],
  ])('%j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });
});
