import { describe, expect, test } from 'vitest';
import { configIdsIn } from '../../src/expand/conditions.ts';
import { usesPreprocessor } from '../../src/expand/uses-preprocessor.ts';
import { parse } from '../../src/parse.ts';
import { expandText, linesOf, problemsOf } from './expanding.ts';

describe('a condition', () => {
  test.each([
    ['@here a', ['a']],
    ['@there a', []],
    ['@^here a', []],
    ['@^there a', ['a']],
    ['@her a\n@heree a\n@HERE a', []],
    ['  @here\ta', ['a']],
    ['@here', []],
    ['@here $A=1\n@there $A=2\nx $A', ['x 1']],
    ['@here @there a', ['@there a']],
    ['a { @here b\n@there c\n}', ['a { b', '}']],
    ['a @here b', ['a @here b']],
    ['@there a { b }\nc', ['c']],
    ['x {a}@here y', ['x {a}y']],
  ])('%s', (text, expected) => {
    expect(linesOf(text)).toEqual(expected);
  });

  test('without an id only what is for all others counts', () => {
    expect(linesOf('@a b\n@^a c', { configId: undefined })).toEqual(['c']);
  });

  test('skips only the first line of a definition', () => {
    const text = '@there $A=\\\n  a \\\n  b\n';
    expect(linesOf(text)).toEqual(['a\\', 'b']);
    expect(problemsOf(text)).toEqual(['skipped-definition-goes-on 1: @there $A=\\']);
    expect(problemsOf('@there $A=a\n')).toEqual([]);
  });
});

describe('the ids of a file', () => {
  test('are those of its conditions, also within definitions and blocks', () => {
    const text =
      '@b x\n@^a y\n@b z\na { @c x }\n$M=\\\n  @d x \\\n  y\n$N=@e x\n# @f x\nm@g x\n~SEQ(i, 2) @h x';
    expect(configIdsIn(parse({ path: '', text }))).toEqual(['a', 'b', 'c', 'd', 'e', 'h']);
  });

  test('are not the ends of addresses', () => {
    const text = 'from ${USER}@example.org\nfrom a@b\nto { root@example.org }';
    expect(configIdsIn(parse({ path: '', text }))).toEqual([]);
  });
});

describe('the preprocessor', () => {
  test.each([
    '$A=1',
    'x $A',
    'x "$A"',
    'x ${A}',
    '@a b',
    '~SEQ(i, 2) x',
    '~LST(a,b) x',
    'include a',
  ])('is used by %s', (text) => {
    expect(usesPreprocessor(parse({ path: '', text }))).toBe(true);
  });

  test.each(['x $', 'x $1 a@b', '# $A @a', 'include', 'include_check true', '~x', 'a { b }'])(
    'is not used by %s',
    (text) => {
      expect(usesPreprocessor(parse({ path: '', text }))).toBe(false);
      expect(expandText(text).problems).toEqual([]);
    },
  );
});
