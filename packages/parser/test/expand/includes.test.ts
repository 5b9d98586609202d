import { describe, expect, test } from 'vitest';
import type { SourceFile } from '../../src/text/source-file.ts';
import { expandText, linesOf, problemsOf } from './expanding.ts';

const files = { a: 'in a\n', b: 'in b', two: 'include a\ntwo\n', loop: 'include loop\nx\n' };

describe('an include line', () => {
  test.each([
    ['include a', ['in a']],
    ['  include \t a  # c', ['in a']],
    ['x\ninclude b\ny', ['x', 'in b', 'y']],
    ['include a|b', ['in a', 'in b']],
    ['include two', ['in a', 'two']],
    ['c {\n include a\n}', ['c {', 'in a', '}']],
    ['$F=a\ninclude $F', ['in a']],
    ['includer a\nincludem a\nincludew a\nincludeb a\nincludea a', Array(5).fill('in a')],
    ['includex a\ninclude\nincluded a', ['includex a', 'include', 'included a']],
  ])('%s', (text, expected) => {
    expect(linesOf(text, {}, files)).toEqual(expected);
  });

  test('takes the rest of the line, quotes and braces too', () => {
    expect(linesOf('include "a"\ninclude x{a,b}', {}, { '"a"': 'q', 'x{a,b}': 'g' })).toEqual([
      'q',
      'g',
    ]);
  });

  test('is relative to the file that is open', () => {
    const asked: string[] = [];
    const readInclude = (pattern: string, from: SourceFile): readonly SourceFile[] => {
      asked.push(`${pattern} from ${from.path}`);
      return pattern === 'sub/a' ? [{ path: '/sub/a', text: 'include b\n' }] : [];
    };
    expandText('include sub/a\ninclude c\n', { readInclude });
    expect(asked).toEqual([
      'sub/a from /etc/keepalived/main.conf',
      'b from /sub/a',
      'c from /etc/keepalived/main.conf',
    ]);
  });

  test('shares the definitions of the file', () => {
    const defs = { defs: '$A=1\n', use: 'x $A\n' };
    expect(linesOf('include defs\ninclude use\ny $A', {}, defs)).toEqual(['x 1', 'y 1']);
  });

  test('that cannot be read is a problem', () => {
    expect(problemsOf('include a')).toEqual(['include-not-read 1: include a']);
    expect(problemsOf(' includer nope\n', {}, files)).toEqual([
      'include-unreadable 1: includer nope',
    ]);
    expect(problemsOf('include *.x', { readInclude: () => [] })).toEqual([
      'include-without-match 1: include *.x',
    ]);
    expect(linesOf('include a\nb')).toEqual(['b']);
  });

  test('that leads back to its file is not followed', () => {
    expect(linesOf('include loop\ny', {}, files)).toEqual(['x', 'y']);
    expect(problemsOf('include loop\ny', {}, files)).toEqual(['include-loop loop 1: include loop']);
    const other = { a: 'include /etc/keepalived/main.conf', '/etc/keepalived/main.conf': 'x' };
    expect(problemsOf('include a', {}, other)).toHaveLength(1);
  });

  test('may name a file a second time', () => {
    expect(problemsOf('include a\ninclude a\ninclude two', {}, files)).toEqual([]);
  });

  test('that does not begin its line is read twice by keepalived', () => {
    const text = '@here include a\nx { include a\n}\n$I=include a\n$I\n';
    expect(linesOf(text, {}, files)).toEqual(['in a', 'x {', 'in a', '}', 'in a']);
    expect(problemsOf(text, {}, files)).toEqual([
      'include-read-twice 1: include a',
      'include-read-twice 2: include a',
      'include-read-twice 5: $I',
    ]);
  });

  test('of a sequence is read behind all its lines, the last one first', () => {
    const some = { f1: '1\n', f2: '2\n', f3: '3\n' };
    expect(linesOf('~SEQ(i, 3) include f$i\nx', {}, some)).toEqual(['3', '2', '1', 'x']);
    const text = '$M=a \\\ninclude f1 \\\nb\n$M\nx';
    expect(linesOf(text, {}, some)).toEqual(['a', 'b', '1', 'x']);
    expect(expandText(text, {}, some).problems).toMatchObject([
      { kind: 'include-read-twice' },
      { kind: 'include-delayed', pattern: 'f1' },
    ]);
  });
});
