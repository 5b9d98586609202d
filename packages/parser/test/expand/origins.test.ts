import { describe, expect, test } from 'vitest';
import { visitStatements } from '../../src/syntax/visit.ts';
import { parseExpanded } from '../../src/parse.ts';
import type { SyntaxTree, Word } from '../../src/syntax/tree.ts';
import { expandText, originOf, placeOf } from './expanding.ts';

describe('where a text was written', () => {
  test('without the preprocessor it is where it is', () => {
    const expansion = expandText('a 1 # b\n  c "d e" # $X\n');
    expect(originOf(expansion, 'a 1')).toEqual(['1: a 1']);
    expect(originOf(expansion, '"d e"')).toEqual(['2: "d e"']);
    expect(originOf(expansion, '1\n  c')).toEqual(['1: 1 # b\n  c']);
  });

  test('a word from a definition was written where the reference is', () => {
    const expansion = expandText('$A=one two\nx $A\n');
    expect(originOf(expansion, 'x')).toEqual(['2: x']);
    expect(originOf(expansion, 'two')).toEqual(['2: $A', '1: two']);
    expect(originOf(expansion, 'x one')).toEqual(['2: x $A', '1: one']);
  });

  test('a word of several pieces covers them', () => {
    const expansion = expandText('$A=1\nx a${A}b${A}\n');
    expect(originOf(expansion, 'a1b1')).toEqual(['2: a${A}b${A}', '1: 1']);
  });

  test('a definition in a definition is the innermost step', () => {
    const expansion = expandText('$A=1\n$B=${A}2\nx $B\n');
    expect(originOf(expansion, '1')).toEqual(['3: $B', '1: 1', '2: ${A}']);
    expect(originOf(expansion, '12')).toEqual(['3: $B', '1: 1', '2: ${A}2']);
  });

  test('a line of a definition of several lines', () => {
    const expansion = expandText('$M=a \\\n  b c\n$M\n');
    expect(originOf(expansion, 'c')).toEqual(['3: $M', '2: c']);
  });

  test('a line of a sequence has the sequence as its last step', () => {
    const expansion = expandText('$A=y\n~SEQ(i, 1, 2) x${i} $A z\n');
    expect(originOf(expansion, 'z')).toEqual(['2: z', '2: ~SEQ(i, 1, 2)']);
    expect(originOf(expansion, 'x2')).toEqual(['2: x${i}', '2: ~SEQ(i, 1, 2)']);
    expect(originOf(expansion, 'y')).toEqual(['2: $A', '1: y', '2: ~SEQ(i, 1, 2)']);
  });

  test('a value of a list was written in the list', () => {
    const expansion = expandText('~LST(a, u, v) x $a\n');
    expect(originOf(expansion, 'v')).toEqual(['1: $a', '1: v', '1: ~LST(a, u, v)']);
  });

  test('what is included has the include lines as its last steps', () => {
    const expansion = expandText('x\ninclude f\n', {}, { f: '\n include g\n', g: 'y $_PWD' });
    expect(originOf(expansion, 'y')).toEqual(['g 1: y', 'f 2: include g', '2: include f']);
  });

  test('a span over several files covers what lies in the first', () => {
    const expansion = expandText('a {\ninclude f\n}\n', {}, { f: 'b\n' });
    expect(originOf(expansion, expansion.expanded.text)).toEqual(['1: a {\ninclude f\n}\n']);
  });

  test('a reference that is left was written with its braces', () => {
    expect(originOf(expandText('x ${A}\n'), '$A')).toEqual(['1: ${A}']);
  });

  test('an empty span and blanks that nobody wrote are between their neighbours', () => {
    const { expanded, locate } = expandText('  ~SEQ(i, 2) x\ny');
    expect(expanded.text).toBe('\n  x\n  x\ny');
    expect(placeOf(locate({ start: 1, end: 3 }))).toBe('2: ');
    expect(locate({ start: expanded.text.length, end: expanded.text.length }).span).toEqual({
      start: 16,
      end: 16,
    });
    expect(expandText('').locate({ start: 0, end: 0 }).span).toEqual({ start: 0, end: 0 });
  });
});

describe('the tree of an expanded text', () => {
  const wordsOf = (tree: SyntaxTree): readonly Word[] => {
    const words: Word[] = [];
    visitStatements(tree, ({ keyword, words: others }) => words.push(keyword, ...others));
    return words;
  };
  const draw = (word: Word): string =>
    `${word.text} < ${[word, ...(word.via ?? [])].map(placeOf).join(' < ')}`;

  test('has words that know where they were written', () => {
    const text = '$S=MASTER\nvrrp_instance A { # one\n  state $S\n  include f\n}\n';
    const tree = parseExpanded(expandText(text, {}, { f: 'priority "1"' }));
    expect(wordsOf(tree).map(draw)).toEqual([
      'vrrp_instance < 2: vrrp_instance',
      'A < 2: A',
      'state < 3: state',
      'MASTER < 3: $S < 1: MASTER',
      'priority < f 1: priority < 4: include f',
      '1 < f 1: "1" < 4: include f',
    ]);
    expect(wordsOf(tree).filter((word) => 'via' in word)).toHaveLength(3);
  });

  test('has blocks and statements that know where they were written', () => {
    const tree = parseExpanded(expandText('a { # one\n  b $_PWD\n}\n'));
    const [statement] = tree.items;
    if (statement?.kind !== 'statement') throw new Error('no statement');
    const { source, span, block } = statement;
    expect(placeOf({ source, span })).toBe('1: a { # one\n  b $_PWD\n}');
    expect([block?.open, block?.close, block?.span]).toEqual([
      { start: 2, end: 3 },
      { start: 20, end: 21 },
      { start: 2, end: 21 },
    ]);
  });

  test('is the tree as written where there is no preprocessor', () => {
    const expansion = expandText('a {\n  b 1\n}\n');
    const { items } = parseExpanded(expansion);
    expect(items).toEqual(parseExpanded({ ...expansion, locate: expansion.locate }).items);
    expect(items[0]?.span).toEqual({ start: 0, end: 11 });
  });

  test('takes what looks like a directive for a keyword', () => {
    const tree = parseExpanded(expandText('$X=~SEQ(i, 1) a\n@here @there b\n$X\nc'));
    expect(wordsOf(tree).map(({ text }) => text)).toEqual('@there b ~SEQ(i, 1) a c'.split(' '));
  });

  test('tells a missing brace of an included file in that file', () => {
    const files = { f: 'vrrp_instance A {\n    state MASTER\n' };
    const text = 'include f\nvrrp_instance $B {\n    state BACKUP\n}\n';
    const [problem] = parseExpanded(expandText(text, {}, files)).problems;
    if (problem?.kind !== 'unclosed-block') throw new Error('no problem');
    expect(problem.source?.path).toBe('f');
    expect(problem.header).toEqual({ start: 0, end: 13 });
    expect(problem.belongs).toBe(files.f.length);
  });

  test('tells a missing brace before an include line at that line', () => {
    const files = { f: 'vrrp_instance B {\n    state BACKUP\n}\n' };
    const text = 'vrrp_instance A {\n    state $S\ninclude f\n';
    const [problem] = parseExpanded(expandText(`$S=MASTER\n${text}`, {}, files)).problems;
    if (problem?.kind !== 'unclosed-block') throw new Error('no problem');
    expect(problem.source?.path).toBe('/etc/keepalived/main.conf');
    expect(problem.belongs).toBe(10 + text.indexOf('include'));
  });

  test('has no open blocks when the expansion was cut short', () => {
    const expansion = expandText('a {\n~SEQ(i, 60000) ~SEQ(j, 60000) x\n}\n');
    expect(expansion.complete).toBe(false);
    expect(parseExpanded({ ...expansion, expanded: { path: '', text: 'a {\n' } }).problems).toEqual(
      [],
    );
  });
});
