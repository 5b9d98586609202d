import { describe, expect, test } from 'vitest';
import { builtCommand, clean, type Run } from '../built-command.ts';
import { isModel, isTree } from './schemas.ts';

const { kalint, shell, write } = builtCommand();

const secret = 'Tr0ub4dor&3';
const withSecrets = clean.replace(
  'priority',
  `authentication {
        auth_type PASS
        auth_pass ${secret} # was ${secret}
    }
    # auth_pass ${secret}
    auth_pas ${secret}
    priority`,
);

function json(run: Run): ReturnType<typeof JSON.parse> {
  expect(run).toMatchObject({ status: 0, stderr: '' });
  return JSON.parse(run.stdout);
}

describe('kalint ast', () => {
  test.each([[['ast', 'clean.conf']], [['ast', '--tree', 'clean.conf']]])(
    '%j prints the tree',
    (words) => {
      write('clean.conf', clean);
      const tree = json(kalint(words));
      expect(isTree(tree)).toBe(true);
      expect(tree).toMatchObject({
        file: 'clean.conf',
        items: [{ keyword: { text: 'vrrp_instance' } }],
      });
    },
  );

  test('--model prints what keepalived reads, typed', () => {
    write('clean.conf', clean);
    const model = json(kalint(['ast', '--model', '--keepalived-version', '2.2.7', 'clean.conf']));
    expect(isModel(model)).toBe(true);
    expect(model).toMatchObject({
      keepalived: '2.2.7',
      nodes: [
        {
          name: 'clean.conf',
          config: {
            vrrp_instance: [
              {
                header: 'WEB',
                priority: {
                  value: 100,
                  statement: { file: 'clean.conf', range: { start: { line: 4, column: 5 } } },
                  words: [{ range: { start: { line: 4, column: 14, offset: 77 } } }],
                },
                virtual_ipaddress: {
                  entries: [{ value: { address: { value: { text: '192.0.2.80', prefix: 24 } } } }],
                },
              },
            ],
          },
        },
      ],
    });
  });

  test('--model has a node for each id, and says where words come from', () => {
    write(
      'nodes.conf',
      `$PRIO=100\n${clean.replace('priority 100', '@a priority $PRIO\n@b priority 90')}`,
    );
    const { nodes } = json(kalint(['ast', '--model', 'nodes.conf']));
    expect(nodes).toMatchObject([
      {
        name: 'nodes.conf @a',
        config: {
          vrrp_instance: [
            { priority: { value: 100, words: [{ via: [{ range: { start: { line: 1 } } }] }] } },
          ],
        },
      },
      { name: 'nodes.conf @b', config: { vrrp_instance: [{ priority: { value: 90 } }] } },
    ]);
    const only = json(kalint(['ast', '--model', '--config-id', 'b', 'nodes.conf']));
    expect(only.nodes).toHaveLength(1);
  });

  test.each([[['--tree']], [['--model']]])('shows no secret (%j) unless it is told to', (form) => {
    write('secret.conf', withSecrets);
    const masked = kalint(['ast', ...form, 'secret.conf']);
    expect(JSON.stringify(json(masked))).toContain('"masked":true');
    expect(masked.stdout).not.toContain(secret.slice(0, 4));
    const shown = kalint(['ast', ...form, '--show-secrets', 'secret.conf']);
    expect(JSON.stringify(json(shown))).not.toContain('"masked"');
    expect(shown.stdout).toContain(secret);
  });

  test('masks nothing where there is no secret', () => {
    write('clean.conf', clean);
    const { stdout } = kalint(['ast', 'clean.conf']);
    expect(kalint(['ast', '--show-secrets', 'clean.conf']).stdout).toBe(stdout);
  });

  test('shows no secret that a definition brings', () => {
    write('defined.conf', `$P=${secret}\n${withSecrets.replaceAll(secret, '$P')}`);
    for (const form of ['--tree', '--model'])
      expect(kalint(['ast', form, 'defined.conf']).stdout).not.toContain(secret.slice(0, 4));
  });

  test('is plain ASCII, whatever the file holds', () => {
    const odd = 'a "\u001b[31m \u009b \u2028 \u202e é \ud83d\ude00" # \u007f\u0085\n';
    write('odd.conf', odd);
    const { stdout } = kalint(['ast', 'odd.conf']);
    // oxlint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/);
    expect(JSON.parse(stdout).items[0].words[0].text).toBe(
      '\u001b[31m \u009b \u2028 \u202e é \ud83d\ude00',
    );
  });

  test('prints what there is of files that are wrong, or empty', () => {
    write('empty.conf', '');
    expect(json(kalint(['ast', 'empty.conf']))).toMatchObject({ items: [] });
    expect(json(kalint(['ast', '--model', 'empty.conf']))).toMatchObject({
      nodes: [{ config: {} }],
    });
    write('deep.conf', 'a {\n'.repeat(100_000));
    expect(isTree(json(kalint(['ast', 'deep.conf'])))).toBe(true);
  });
});

describe('kalint build', () => {
  test.each([
    ['UTF-8', Buffer.from('# é\r\na "b c" {\n\n\td\n}')],
    ['Latin-1', Buffer.from('# \xe9 \x93\na\n', 'latin1')],
    ['a byte order mark', Buffer.from('\uFEFFa\n')],
    ['a missing brace', Buffer.from('a {\n  b\n')],
    ['nothing', Buffer.alloc(0)],
  ])('gives the file again, byte for byte: %s', (_, bytes) => {
    write('file.conf', bytes);
    const { stdout } = shell(
      '"$NODE" "$KALINT" ast --show-secrets file.conf > file.json && ' +
        '"$NODE" "$KALINT" build file.json > again.conf && cmp file.conf again.conf && echo same',
    );
    expect(stdout).toBe('same\n');
  });

  test('reads from a pipe', () => {
    write('clean.conf', clean);
    const { stdout } = shell(
      '"$NODE" "$KALINT" ast clean.conf --show-secrets | "$NODE" "$KALINT" build /dev/stdin',
    );
    expect(stdout).toBe(clean);
  });

  const start = '{"format":"kalint-syntax-tree","version":1,"items":[';
  const word = (text: string): string =>
    `${start}{"kind":"statement","keyword":{"text":"a"},"words":[{"text":${text}}]}]}`;
  test.each<[name: string, content: string | Uint8Array, message: string]>([
    [
      'masked secrets',
      `${start}],"masked":true}`,
      'cannot build a text from x.json: at /masked its secrets',
    ],
    [
      'a newline in a word',
      word('"b\\nc"'),
      'at /items/0/words/0/text it should be a text without a newline',
    ],
    ['no JSON', '{"auth_pass": s3cret}', 'cannot read x.json: it is not JSON'],
    ['an empty file', '', 'cannot read x.json: it is not JSON'],
    ['a configuration', clean, 'cannot read x.json: it is not JSON'],
    ['another encoding', Buffer.from('"\xe9"', 'latin1'), 'cannot read x.json: it is not UTF-8'],
    ['half a character', word('"\\ud800"'), 'it cannot be written as utf-8'],
    [
      'what Latin-1 has not',
      `${start}{"kind":"include","text":"include \u2028"}],"encoding":"latin-1"}`,
      'it cannot be written as latin-1',
    ],
    ['deep nesting', '['.repeat(999_999) + ']'.repeat(999_999), 'it should be an object'],
    ['deeper nesting', '['.repeat(2_000_000), 'it has more than 1000000 objects and lists'],
    ['a report', '{"version":1,"diagnostics":[]}', 'it has no "format"'],
  ])('refuses %s with status 2', (_, content, message) => {
    write('x.json', content);
    const { status, stdout, stderr } = kalint(['build', 'x.json']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('s3cret');
    expect(stderr.split('\n')).toHaveLength(2);
  });

  test('a property cannot act on the terminal', () => {
    write('x.json', `${start}],"\\u001b[31m":1}`);
    expect(kalint(['build', 'x.json']).stderr).not.toContain('\u001b');
  });
});

describe('both', () => {
  test.each([
    [['ast'], "missing required argument 'file'"],
    [['ast', 'a', 'b'], 'too many arguments'],
    [['ast', '--tree', '--model', 'a'], 'cannot be used with option'],
    [['ast', '--format', 'json', 'a'], "unknown option '--format'"],
    [['ast', 'missing.conf'], 'cannot read missing.conf: there is no such file'],
    [['ast', '.'], 'cannot read .: it is a directory'],
    [['ast', 'binary.conf'], 'it is not a text file'],
    [
      ['ast', '--model', '--keepalived-version', '2.2.9', 'a'],
      'is not a release that kalint knows',
    ],
    [['build'], "missing required argument 'file'"],
    [['build', 'missing.json'], 'cannot read missing.json: there is no such file'],
  ])('end with status 2 and a reason: %j', (words, message) => {
    write('binary.conf', '\0'.repeat(10));
    const { status, stdout, stderr } = kalint(words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test('a file that is too large to print is named, with the limit', () => {
    write('large.conf', 'a\n'.repeat(80_000));
    expect(kalint(['ast', 'large.conf'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr:
        'kalint: cannot print large.conf: it has more than 150000 words, blanks and comments\n',
    });
  });

  test.each(['ast', 'build'])('%s --help says what it does', (name) => {
    const { status, stdout, stderr } = kalint([name, '--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^Usage: kalint ${name} \\[options\\] <file>\n`));
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('a file of such a name is checked when its folder is named', () => {
    write('ast', clean);
    expect(kalint(['./ast'])).toMatchObject({ status: 0, stdout: 'no findings in 1 file\n' });
  });

  test('what cannot be written ends with status 2', () => {
    write('clean.conf', clean);
    const { status, stderr } = shell('"$NODE" "$KALINT" ast clean.conf > /dev/full');
    expect(stderr).toBe('kalint: cannot write the result: there is no space left\n');
    expect(status).toBe(2);
  });
});
