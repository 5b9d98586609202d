import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rules } from '@kalint/linter';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allCommands } from '../../src/command.ts';
import { placeholderIn } from '../../src/completions/command-form.ts';
import { shells } from '../../src/completions/request.ts';
import { valuesFor } from '../../src/completions/values.ts';
import { formats as failoverFormats } from '../../src/failover/request.ts';
import { formats } from '../../src/reporters/output.ts';
import { builtCommand } from '../built-command.ts';

/*
 * The real shells complete a line of real keys; what is compared are the words that they then hand to `kalint`.
 * For bash and zsh script(1) of util-linux is the terminal; fish tells by itself what it would offer.
 */

const { kalint } = builtCommand();

const home = mkdtempSync(join(tmpdir(), 'kalint-shells-'));
const work = join(home, 'work');
afterAll(() => rmSync(home, { recursive: true, force: true }));

const names = ['a b.conf', "q'uote.conf", '$(touch pwned).conf', 'new\nline.conf', 'x;y&z.conf'];

beforeAll(() => {
  mkdirSync(join(work, 'folder'), { recursive: true });
  mkdirSync(join(work, 'dir two'));
  for (const name of [...names, '-dash.conf', 'rule-file']) writeFileSync(join(work, name), '');
  for (const shell of shells) {
    const { status, stdout, stderr } = kalint(['completions', shell]);
    if (status !== 0 || stderr !== '') throw new Error(`completions ${shell}: ${status} ${stderr}`);
    writeFileSync(join(home, `kalint.${shell}`), stdout);
  }
});

function isThere(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

const hasTerminal =
  isThere('script') && /util-linux/.test(String(spawnSync('script', ['--version']).stdout));

/** What follows `kalint` on the line, with the keys: \t completes, \u001b* inserts everything that fits. */
const all = '\u001b*';
const levels = ['error', 'warning', 'info', 'off'];

/** In every shell: what is typed, and the words that `kalint` gets. */
const typed: readonly (readonly [keys: string, words: readonly string[]])[] = [
  ['--keepalived-v\t 2.2.7', ['--keepalived-version', '2.2.7']],
  [`--format ${all}`, ['--format', ...formats]],
  [`--keepalived-version debian${all}`, ['--keepalived-version', 'debian-12', 'debian-13']],
  ['--keepalived-version 2.4.3\t', ['--keepalived-version', '2.4.3']],
  ['--profile m\t', ['--profile', 'minimal']],
  ['a\\ \t', ['a b.conf']],
  ['q\t', ["q'uote.conf"]],
  ['\\$\t', ['$(touch pwned).conf']],
  ['new\t', ['new\nline.conf']],
  ['x\t', ['x;y&z.conf']],
  ['-- -d\t', ['--', '-dash.conf']],
  ['--baseline q\t', ['--baseline', "q'uote.conf"]],
  ['--format json=fold\t', ['--format', 'json=folder']],
  ['--include-root d\t', ['--include-root', 'dir two']],
  [`r${all}`, ['rule-file', 'rules']],
  ['explain zero\t', ['explain', 'zero-weight']],
  [`completions ${all}`, ['completions', ...shells]],
  [`failover --format ${all}`, ['failover', '--format', ...failoverFormats]],
  ['rules a\t', ['rules', 'a']],
  ['ast --sh\t a\\ \t', ['ast', '--show-secrets', 'a b.conf']],
];

/** Types lines into an interactive shell; gives the words that each of them hands to `kalint`. */
function typedInto(
  shell: 'bash' | 'zsh',
  lines: readonly string[],
): readonly (readonly string[])[] {
  const out = join(home, `${shell}.out`);
  rmSync(out, { force: true });
  const setUp = [
    "unset HISTFILE; PS1='> '",
    ...(shell === 'zsh' ? zshSetUp : ["bind 'set enable-bracketed-paste off'"]),
    `source '${join(home, `kalint.${shell}`)}'`,
    `kalint() { printf '%s\\0' "$@" >> '${out}'; printf '\\1\\0' >> '${out}'; }`,
  ].join('\n');
  writeFileSync(join(home, '.zshrc'), setUp);
  writeFileSync(join(home, '.bashrc'), setUp);
  const command = { bash: 'bash --noprofile --rcfile "$HOME/.bashrc" -i', zsh: 'zsh -d -i' }[shell];
  const { error } = spawnSync('script', ['-qec', command, '/dev/null'], {
    cwd: work,
    env: { PATH: process.env['PATH'], HOME: home, ZDOTDIR: home, TERM: 'xterm', LC_ALL: 'C.UTF-8' },
    input: [...lines.map((line) => `kalint ${line}`), 'exit', ''].join('\n'),
    timeout: 30_000,
    killSignal: 'SIGKILL',
  });
  if (error) throw error;
  return readFileSync(out, 'utf8')
    .split('\u0001\0')
    .slice(0, -1)
    .map((words) => words.split('\0').slice(0, -1));
}

const zshSetUp = [
  'autoload -Uz compinit; compinit -u -D',
  'zle -C all-matches complete-word _generic',
  "bindkey '^[*' all-matches",
  "zstyle ':completion:all-matches::::' completer _all_matches _complete",
  "zstyle ':completion:all-matches:*' insert true",
];

/** bash leaves the slash behind a folder, and neither promises an order. */
function comparable(words: readonly string[] | undefined): readonly string[] {
  return (words ?? []).map((word) => word.replace(/\/$/, '')).sort();
}

describe.each(['bash', 'zsh'] as const)('%s', (shell) => {
  test.skipIf(!isThere(shell) || !hasTerminal)(
    'completes options, values, commands and files, whatever these are called',
    () => {
      const found = typedInto(
        shell,
        typed.map(([keys]) => keys),
      );
      typed.forEach(([keys, words], index) => {
        expect([keys, comparable(found[index])]).toEqual([keys, comparable(words)]);
      });
      expect(found).toHaveLength(typed.length);
    },
  );

  test.skipIf(!isThere(shell) || !hasTerminal)('offers every rule, and every level', () => {
    const ids = rules.map(({ id }) => id);
    const [explained = [], keys = [], words = []] = typedInto(shell, [
      `explain ${all}`,
      `--rule ${all}`,
      `--rule zero-weight=${all}`,
    ]);
    expect(comparable(explained)).toEqual(comparable(['explain', ...ids]));
    const withoutEquals = keys.map((key) => key.replace(/=$/, ''));
    expect(comparable(withoutEquals)).toEqual(comparable(['--rule', ...ids]));
    const offered = words.map((word) => word.replace('zero-weight=', ''));
    expect(comparable(offered)).toEqual(comparable(['--rule', ...levels]));
  });

  test.skipIf(!isThere(shell))('reads its script without a complaint', () => {
    const { status, stderr } = spawnSync(shell, ['-n', join(home, `kalint.${shell}`)], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('fish', () => {
  /** What fish offers for each of the lines, without what it says of it. */
  function offeredFor(lines: readonly string[]): readonly (readonly string[])[] {
    const ask = `source ${JSON.stringify(join(home, 'kalint.fish'))}
for line in $argv
  complete -C $line
  printf '\\1\\n'
end`;
    writeFileSync(join(home, 'ask.fish'), ask);
    const { stdout, stderr, error } = spawnSync('fish', ['-N', join(home, 'ask.fish'), ...lines], {
      cwd: work,
      env: { PATH: process.env['PATH'], HOME: home, LC_ALL: 'C.UTF-8' },
      encoding: 'utf8',
      timeout: 30_000,
    });
    if (error) throw error;
    expect(stderr).toBe('');
    return stdout
      .split('\u0001\n')
      .slice(0, -1)
      .map((offer) =>
        offer
          .replaceAll(/\t.*$/gm, '')
          .split(/\n(?!line\.conf)/)
          .slice(0, -1),
      );
  }

  const asked: readonly (readonly [line: string, offered: readonly string[]])[] = [
    ['kalint --keepalived-v', ['--keepalived-version']],
    ['kalint --format ', formats],
    ['kalint --format=', formats.map((format) => `--format=${format}`)],
    ['kalint --format json=fold', ['json=folder/']],
    ['kalint --keepalived-version debian', ['debian-12', 'debian-13']],
    ['kalint --rule zero-', ['zero-weight=']],
    ['kalint --rule zero-weight=', levels.map((level) => `zero-weight=${level}`)],
    ['kalint --rule=zero-weight=', levels.map((level) => `--rule=zero-weight=${level}`)],
    ['kalint --include-root d', ['dir two/']],
    ['kalint q', ["q'uote.conf"]],
    ['kalint new', ['new\nline.conf']],
    ['kalint -- -d', ['-dash.conf']],
    ['kalint r', ['rules', 'rule-file']],
    ['kalint explain ', rules.map(({ id }) => id)],
    ['kalint completions ', shells],
    ['kalint rules a', []],
    ['kalint ast --sh', ['--show-secrets']],
  ];

  test.skipIf(!isThere('fish'))('offers options, values, commands and files', () => {
    const found = offeredFor(asked.map(([line]) => line));
    asked.forEach(([line, offered], index) => {
      expect([line, (found[index] ?? []).toSorted()]).toEqual([line, offered.toSorted()]);
    });
  });
});

test('what an option wants is known: nobody has forgotten to say what completes it', () => {
  const vocabulary = { rules: [], releases: [], formats: [] };
  const free = allCommands().flatMap((command) =>
    [...command.options, ...command.registeredArguments].flatMap((place) => {
      const placeholder = 'flags' in place ? placeholderIn(place.flags) : place.name();
      if (placeholder === undefined) return [];
      return valuesFor(placeholder, place.argChoices, vocabulary).kind === 'free'
        ? [placeholder]
        : [];
    }),
  );
  expect([...new Set(free)].sort()).toEqual(
    ['count', 'fault', 'ids', 'name', 'name=value', 'number', 'time'].sort(),
  );
});

test('without a shell that is known it ends with 2', () => {
  for (const words of [['completions'], ['completions', 'tcsh'], ['completions', 'bash', 'zsh']]) {
    const { status, stdout, stderr } = kalint(words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('See kalint completions --help\n');
  }
});
