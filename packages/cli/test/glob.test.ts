import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canAskKeepalived } from '../../../scripts/keepalived/installed.ts';
import { startKeepalived, type Keepalived } from '../../../scripts/keepalived/keepalived.ts';
import { firstWords } from '../../parser/test/expand/first-words.ts';
import { braceAlternatives } from '../src/disk/brace-alternatives.ts';
import { createGlob } from '../src/disk/glob.ts';

const folder = mkdtempSync(join(tmpdir(), 'kalint-glob-'));
afterAll(() => rmSync(folder, { recursive: true }));

const names = [
  ...['B.conf', 'a.conf', 'c.conf', 'z.cfg', '.hidden.conf', 'd/1.conf', 'd/2.conf', 'd/.x.conf'],
  ...[
    'd/deep/3.conf',
    'e/1.conf',
    'x y.conf',
    '[q].conf',
    '(p).conf',
    '+(p).conf',
    '{b}.conf',
    '$m.conf',
  ],
];

beforeAll(() => {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), '');
  }
  symlinkSync('nowhere', join(folder, 'dangling'));
});

function globbed(pattern: string, isAllowed = (_: string): boolean => true): readonly string[] {
  return createGlob(isAllowed)(pattern, folder).map((match) => {
    if (match.kind === 'count') return `more than ${match.limit}`;
    const path = match.path.replace(`${folder}/`, '');
    return match.kind === 'found' ? path : `${match.kind} ${path}`;
  });
}

const cases: readonly (readonly [pattern: string, expected: readonly string[]])[] = [
  ['a.conf', ['a.conf']],
  ['nope.conf', ['missing nope.conf']],
  ['[ac].conf', ['a.conf', 'c.conf']],
  ['[!a].conf', ['B.conf', 'c.conf']],
  ['[^a]*.cfg', ['z.cfg']],
  ['?.conf', ['B.conf', 'a.conf', 'c.conf']],
  ['.*.conf', ['.hidden.conf']],
  ['[.]*', []],
  ['*/1.conf', ['d/1.conf', 'e/1.conf']],
  ['*/*', ['d/1.conf', 'd/2.conf', 'd/deep', 'e/1.conf']],
  ['**/1.conf', ['d/1.conf', 'e/1.conf']],
  ['d/**', ['d/1.conf', 'd/2.conf', 'd/deep']],
  ['{c,a}.conf', ['c.conf', 'a.conf']],
  ['{c,a,c}.conf', ['c.conf', 'a.conf', 'c.conf']],
  ['{d/*,a}.conf', ['d/1.conf', 'd/2.conf', 'a.conf']],
  ['{a,nope}.conf', ['a.conf', 'missing nope.conf']],
  ['{d/{2,1},a}.conf', ['d/2.conf', 'd/1.conf', 'a.conf']],
  ['\\{b\\}.conf', ['{b}.conf']],
  ['[[]q].conf', ['[q].conf']],
  ['(p)*', ['(p).conf']],
  ['+(p)*', ['+(p).conf']],
  ['$m*', ['$m.conf']],
  ['x y.*', ['x y.conf']],
  ['x y.conf', ['x y.conf']],
  ['dangling', ['dangling']],
  ['none/*.conf', ['missing none/']],
  ['d//1.conf', ['d/1.conf']],
];

describe('a pattern fits what glob(3) says', () => {
  test.each(cases)('%s', (pattern, expected) => {
    expect(globbed(pattern)).toEqual(expected);
  });
});

describe.skipIf(!canAskKeepalived())('and what keepalived reads, in the same order', () => {
  let keepalived: Keepalived;
  beforeAll(() => {
    keepalived = startKeepalived();
  });
  afterAll(() => keepalived.close());
  /** Each file has a line that nobody knows, and says by it that it is read. */
  const marks = Object.fromEntries(names.map((name, index) => [name, `mark${index}\n`]));

  // To keepalived `!` begins a comment.
  const writable = cases.filter(([pattern]) => !pattern.includes('!'));

  test.each(writable)('%s', (pattern) => {
    const words = firstWords(keepalived, `include ${pattern}\nend\n`, marks);
    const read = globbed(pattern).flatMap((name) => marks[name]?.trim() ?? []);
    expect(words).toEqual([...read, 'end']);
  });
});

test('nothing is looked at outside of what is allowed', () => {
  const isAllowed = (path: string): boolean => !path.startsWith(join(folder, 'd'));
  expect(globbed('d/*.conf', isAllowed)).toEqual(['outside d/*.conf']);
  expect(globbed('d/1.conf', isAllowed)).toEqual(['outside d/1.conf']);
  expect(globbed('*/1.conf', isAllowed)).toEqual(['outside d/1.conf', 'e/1.conf']);
});

describe('alternatives in braces', () => {
  test.each([
    ['a', ['a']],
    ['a{b,c}d', ['abd', 'acd']],
    ['{a,b}{c,d}', ['ac', 'ad', 'bc', 'bd']],
    ['{a,{b,c}}', ['a', 'b', 'c']],
    ['{a', ['{a']],
    ['{a{b,c}', ['{a{b,c}']],
    ['\\{a,b}', ['\\{a,b}']],
    ['{,x}', ['', 'x']],
  ])('%s', (pattern, expected) => {
    expect(braceAlternatives(pattern, 100)).toEqual(expected);
  });

  test('are not more than somebody waits for', () => {
    expect(braceAlternatives('{a,b}'.repeat(200), 1000)).toBeUndefined();
    expect(globbed('{a,b}'.repeat(200))).toEqual(['more than 1000']);
  });
});
