import { describe, expect, test } from 'vitest';
import { expandText, linesOf, problemsOf } from './expanding.ts';

describe('~SEQ', () => {
  test.each([
    ['~SEQ(i, 3)', '1 2 3'],
    ['~SEQ(i,0)', '1 0'],
    ['~SEQ(i,-2)', '-1 -2'],
    ['~SEQ(i,2,4)', '2 3 4'],
    ['~SEQ(i,4,2)', '4 3 2'],
    ['~SEQ(i,5,5)', '5'],
    ['~SEQ(i,1,3,8)', '1 4 7'],
    ['~SEQ(i,8,-3,1)', '8 5 2'],
    ['~SEQ(i,5,1,5)', '5'],
    ['~SEQ (i , 0x10 , 0x11 )', '16 17'],
    ['~SEQ(i,010)', '1 2 3 4 5 6 7 8'],
    ['~SEQx(i,9,11)', '9 a b'],
    ['~SEQx(i,0xfe,0x100)', 'fe ff 100'],
    ['~SEQ(i,$FROM,${TO})', '3 4'],
    ['~SEQ(i,)', '1 0'],
  ])('%s', (head, values) => {
    const lines = linesOf(`$FROM=3\n$TO=4\n${head} x\${i}`);
    expect(lines).toEqual(values.split(' ').map((value) => `x${value}`));
  });

  test.each([
    ['~SEQ(i) x', 'form'],
    ['~SEQ x', 'form'],
    ['~SEQUENCE', 'form'],
    ['~SEQ(, 1) x', 'form'],
    ['~SEQ(i, a) x', 'form'],
    ['~SEQ(i, 1, 2, 3, 4) x', 'form'],
    ['~SEQ(i, 08) x', 'form'],
    ['~SEQ(i, $A) x', 'form'],
    ['~SEQ(i, 1 x', 'unclosed'],
    [`~SEQ(i, ${' '.repeat(62)}12) x`, undefined],
    [`~SEQ(i, 1${' '.repeat(63)}) x`, 'parameters-too-long'],
    ['~SEQ(i, 1, 0, 3) x', 'step'],
    ['~SEQ(i, 1, -1, 3) x', 'step'],
    ['~SEQ(i, 3, 1, 1) x', 'step'],
    ['~SEQx(i, -1, 3) x', 'negative-hexadecimal'],
  ])('%s', (line, fault) => {
    const { problems } = expandText(line);
    expect(problems.filter(({ kind }) => kind === 'sequence-invalid')).toMatchObject(
      fault === undefined ? [] : [{ fault }],
    );
    if (fault !== undefined) expect(linesOf(line)).toEqual([]);
  });

  test('may be nested', () => {
    expect(linesOf('~SEQ(a, 1, 2) ~SEQ(b, ${a}, 2) x${a}${b}')).toEqual(['x11', 'x12', 'x22']);
  });

  test('may stand behind a condition or a brace', () => {
    expect(linesOf('@here ~SEQ(i, 2) x$i\na { ~SEQ(j, 2) y$j\n}')).toEqual([
      'x1',
      'x2',
      'a {',
      'y1',
      'y2',
      '}',
    ]);
    expect(linesOf('a { ~SEQ(i, 2) b${i} }')).toEqual(['a {', 'b1 }', 'b2 }']);
  });

  test('behind a brace is read with the definitions from before', () => {
    expect(linesOf('$i=0\na { ~SEQ(i, 2) y$i\n}')).toEqual(['a {', 'y0', 'y0', '}']);
  });

  test('leaves its variable behind', () => {
    expect(linesOf('~SEQ(i, 2) x$i\ny $i')).toEqual(['x1', 'x2', 'y 2']);
  });

  test('counts only where a line begins', () => {
    expect(linesOf('x ~SEQ(i, 2) y')).toEqual(['x ~SEQ(i, 2) y']);
    expect(linesOf('~RND(i, 2) y')).toEqual(['~RND(i, 2) y']);
  });

  test('keeps the indentation of its line', () => {
    expect(expandText('a {\n\t~SEQ(i, 2) x$i\n}').expanded.text).toBe('a {\n\n\tx1\n\tx2\n}');
  });

  test('may put in a definition of several lines', () => {
    expect(linesOf('$M=a$i \\\n b\n~SEQ(i, 2) $M\nc')).toEqual(['a1', 'b', 'a2', 'b', 'c']);
  });
});

describe('~LST', () => {
  test.each([
    ['~LST(a, x, y) ${a}', ['x', 'y']],
    ['~LST({a,b}, {1,2}, {3,4}) ${a}-${b}', ['1-2', '3-4']],
    ['~LST({a, b} , { 1 , 2 } , {3}) ${a}-${b}', ['1-2', '3-']],
    ['~LST({a,b}, {,2}, 3) ${a}-${b}', ['-2', '3-']],
    ['~LST({a}, x, {y}) ${a}', ['x', 'y']],
  ])('%s', (text, expected) => {
    expect(linesOf(text)).toEqual(expected);
  });

  test.each(['~LST(a) x', '~LST{a,b} x', '~LST(a b, c) x', '~LST(a, b c) x', '~LST(a, b x'])(
    '%s',
    (text) => {
      expect(linesOf(text)).toEqual([]);
      expect(expandText(text).problems).toMatchObject([
        { kind: 'sequence-invalid', fault: 'form' },
      ]);
    },
  );

  test('with too many values', () => {
    expect(linesOf('~LST({a,b}, {1,2,3}) x')).toEqual([]);
    expect(problemsOf('~LST({a,b}, {1,2,3}) x')).toEqual([
      'list-too-many-values 1: ~LST({a,b}, {1,2,3}) x',
    ]);
  });
});
