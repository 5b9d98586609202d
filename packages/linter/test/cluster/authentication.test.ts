import { describe, expect, test } from 'vitest';
import { lint } from '../../src/index.ts';
import { inShort, lintCluster, sourcesOf, type Files } from './lint-files.ts';

function node(name: string, priority: number, lines: string, global = ''): string {
  return `global_defs {
    router_id ${name}
    ${global}
}
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority ${priority}
    virtual_ipaddress {
        192.0.2.10/24
    }
    ${lines}
}
`;
}

function pair(first: string, second: string, global = ''): Files {
  return { a: node('a', 150, first, global), b: node('b', 100, second) };
}

const auth = (...lines: readonly string[]): string => `authentication {\n${lines.join('\n')}\n}`;
const pass = (word: string): string => auth('auth_type PASS', `auth_pass ${word}`);

const accepted: readonly (readonly [string, string, string])[] = [
  ['the same password', pass('k8s-vip1'), pass('k8s-vip1')],
  ['a password that differs behind the 8th byte', pass('k8s-vip1-a'), pass('k8s-vip1-b')],
  ['in bytes, not characters', pass('äöüäx'), pass('äöüäy')],
  ['quotes', pass('"k8s-vip1"'), pass('k8s-vip1')],
  ['no authentication and half of one', '', auth('auth_pass k8s-vip1')],
  ['different passwords without a type', auth('auth_pass one'), auth('auth_pass two')],
  ['version 3, which ignores it', `version 3\n${pass('one')}`, 'version 3'],
  ['strict mode, which ignores it', `strict_mode true\n${pass('one')}`, 'strict_mode true'],
  ['different versions, which is said elsewhere', `version 2\n${pass('one')}`, 'version 3'],
];

test.each([
  ['an empty one', auth()],
  ['one without a password', auth('auth_type PASS')],
  ['a misspelt type', auth('auth_tpye PASS', 'auth_pass one')],
])('is not reported as a difference: %s', (_, second) => {
  const found = lintCluster(pair(pass('one'), second));
  expect(found.filter(({ rule }) => rule === 'authentication-mismatch')).toEqual([]);
});

test.each(accepted)('is compared as keepalived does: %s', (_, first, second) => {
  const found = lintCluster(pair(first, second));
  expect(found.filter(({ rule }) => rule === 'authentication-mismatch')).toEqual([]);
});

const refused: readonly (readonly [string, string, string, string])[] = [
  ['another password', pass('one'), pass('two'), 'b:14 -> a:14'],
  ['a password that differs in the 8th byte', pass('k8s-vip1'), pass('k8s-vip2'), 'b:14 -> a:14'],
  ['another type', pass('one'), auth('auth_type AH', 'auth_pass one'), 'b:13 -> a:13'],
  ['another type and password', pass('one'), auth('auth_type AH', 'auth_pass two'), 'b:13 -> a:13'],
  ['none', pass('one'), '', 'b:5 -> a:12'],
  ['one too many', '', pass('one'), 'b:12 -> a:5'],
  ['one that strict mode ignores', pass('one'), `strict_mode true\n${pass('one')}`, 'b:12 -> a:12'],
];

test.each(refused)('is refused: %s', (_, first, second, places) => {
  const found = lintCluster(pair(first, second)).map(inShort);
  expect(found).toEqual([places.replace(' ->', ' error authentication-mismatch ->')]);
});

test('a global vrrp_strict on one node is one mistake', () => {
  const second = (text: string): string =>
    text
      .slice(text.indexOf('vrrp_instance'))
      .replace('VI_1', 'VI_2')
      .replace('51', '52')
      .replace('.10', '.20');
  const { a = '', b = '' } = pair(pass('one'), pass('one'), 'vrrp_strict');
  const files = { a: a + second(a), b: b + second(b) };
  expect(lintCluster(files).map(inShort)).toEqual(['b:12 error authentication-mismatch -> a:3']);
  const strict = node('b', 100, pass('one'), 'vrrp_strict');
  const plain = node('a', 150, pass('one'));
  const [found, ...more] = lintCluster({ b: strict + second(strict), a: plain + second(plain) });
  expect(more).toEqual([]);
  expect(found && inShort(found)).toBe('b:3 error authentication-mismatch -> a:12');
  expect(found?.message).toBe('this node has no authentication, but a has auth_type PASS');
  expect(found?.notes[0]).toBe('strict mode ignores authentication here');
});

describe('auth_hmac', () => {
  const key = (id: number, letter: string): string => `key ${id} ${letter.repeat(32)}`;
  const hmac = (...lines: readonly string[]): string => `auth_hmac {\n${lines.join('\n')}\n}`;

  test.each([
    ['the same key', hmac(key(1, 'a'), 'active_key 1'), hmac(key(1, 'a'), 'active_key 1')],
    [
      'the same key in hexadecimal',
      hmac(key(1, 'a'), 'active_key 1'),
      hmac(`key 1 hex:${'61'.repeat(32)}`, 'active_key 1'),
    ],
    [
      'keys that are being changed',
      hmac(key(1, 'a'), key(2, 'b'), 'active_key 1'),
      hmac(key(1, 'a'), key(2, 'b'), 'active_key 2'),
    ],
    [
      'a key in a file',
      hmac(key(1, 'a'), 'active_key 1'),
      hmac('key 1 file:/etc/keepalived/vip.key', 'active_key 1'),
    ],
    ['none yet', hmac(key(1, 'a'), 'active_key 1', 'mode receive-only'), ''],
    [
      'the first step and the second',
      hmac(key(1, 'a'), 'active_key 1', 'mode receive-only'),
      hmac(key(1, 'a'), 'active_key 1', 'mode permissive'),
    ],
    [
      'the second step and the third',
      hmac(key(1, 'a'), 'active_key 1', 'mode permissive'),
      hmac(key(1, 'a'), 'active_key 1'),
    ],
    [
      'the key of the one that signs',
      hmac(key(1, 'a'), key(2, 'b'), 'active_key 2', 'mode receive-only'),
      hmac(key(1, 'a'), 'active_key 1', 'mode permissive'),
    ],
    ['a key that is not there, so that it is off', hmac(key(1, 'a'), 'active_key 2'), ''],
    ['a key that is too short, so that it is off', hmac('key 1 short', 'active_key 1'), ''],
  ])('is compared as keepalived does: %s', (_, first, second) => {
    expect(lintCluster(pair(first, second))).toEqual([]);
  });

  test.each([
    ['another key', hmac(key(1, 'b'), 'active_key 1'), 'b:13 -> a:13'],
    ['a key that the other does not have', hmac(key(2, 'b'), 'active_key 2'), 'b:13 -> a:12'],
    ['none', '', 'b:5 -> a:12'],
    ['a password', pass('one'), 'b:12 -> a:12'],
    [
      'one that does not sign yet',
      hmac(key(1, 'a'), 'active_key 1', 'mode receive-only'),
      'a:12 -> b:12',
    ],
  ])('is refused: %s', (_, second, places) => {
    const found = lintCluster(pair(hmac(key(1, 'a'), 'active_key 1'), second)).map(inShort);
    expect(found).toEqual([places.replace(' ->', ' error authentication-mismatch ->')]);
  });

  test.each([
    ['signed before the other understands it', 'permissive', '', 'b:5 -> a:12'],
    ['unsigned, but with a password on one', 'receive-only', pass('one'), 'b:12 -> a:12'],
  ])('is refused while it is changed: %s', (_, mode, second, places) => {
    const files = pair(hmac(key(1, 'a'), 'active_key 1', `mode ${mode}`), second);
    expect(lintCluster(files).map(inShort)).toEqual([
      places.replace(' ->', ' error authentication-mismatch ->'),
    ]);
  });

  test('replaces authentication', () => {
    const signed = hmac(key(1, 'a'), 'active_key 1');
    expect(lintCluster(pair(`${signed}\n${pass('one')}`, signed))).toEqual([]);
  });
});

test('no part of a password is ever shown', () => {
  const files = pair(pass('Zw4Qp9Xk'), pass('Jm7Tr2Vb'));
  const shown = lint(sourcesOf(files)).diagnostics.map(
    ({ location: _, related, fix: __, ...texts }) =>
      JSON.stringify([texts, related.map(({ message }) => message)]),
  );
  expect(shown.length).toBeGreaterThan(0);
  for (const text of shown) expect(text).not.toMatch(/Zw|4Q|Qp|9X|Jm|7T|Tr2|Vb/);
});
