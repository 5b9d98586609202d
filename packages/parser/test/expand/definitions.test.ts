import { describe, expect, test } from 'vitest';
import { expandText, linesOf, problemsOf } from './expanding.ts';

describe('a definition', () => {
  test.each([
    ['is put in for $NAME and ${NAME}', '$A=1\nx $A ${A}', ['x 1 1']],
    ['has a name that is case sensitive', '$Ab=1\nx $Ab $AB', ['x 1 $AB']],
    ['may have digits and underscores in its name', '$_a1=1\nx $_a1', ['x 1']],
    ['may have blanks before its value and in it', '$A= \t1  2 \nx $A', ['x 1  2']],
    ['may be empty', '$A=\nx $A y', ['x  y']],
    ['keeps its quotes', '$A="b c"\nx $A', ['x "b c"']],
    ['counts from its line on', 'x $A\n$A=1\nx $A\n$A=2\nx $A', ['x $A', 'x 1', 'x 2']],
    ['is looked into when it is used', '$A=$B\n$B=1\nx $A\n$B=2\nx $A', ['x 1', 'x 2']],
    ['may stand behind a brace', 'a { $A=1\nx $A\n}', ['a {', 'x 1', '}']],
    ['does not begin with a digit', '$1=2\nx $1', ['$1=2', 'x $1']],
    ['is no definition further on in a line', 'x $A=1\ny $A', ['x $A=1', 'y $A']],
    ['may hold a reference to a name that is made of parts', '$P=$\n$AB=1\nx ${P}AB', ['x 1']],
    ['loses its comment', '$A=1 # one\nx $A y', ['x 1 y']],
    ['is cut at an escaped comment mark when it is used', '$A=1\\#2\nx $A y', ['x 1']],
  ])('%s', (_, text, expected) => {
    expect(linesOf(text)).toEqual(expected);
  });

  test('with a blank before the = is none', () => {
    expect(linesOf('$A =1\nx')).toEqual(['x']);
    expect(problemsOf('$A =1\nx')).toEqual(['blank-before-equals 1: $A =1']);
  });
});

describe('a reference', () => {
  test.each([
    ['$A', 'x 1'],
    ['$A,$A)$A y', 'x 1,1)1 y'],
    ['$A\ty', 'x 1\ty'],
    ['${A}.1/${A}', 'x 1.1/1'],
    ['p${A}s', 'x p1s'],
    ['"$A, ${A}"', 'x "1, 1"'],
    ['$A.1 $A/24 $A; "$A"', 'x $A.1 $A/24 $A; "$A"'],
    ['$$A', 'x $1'],
    ['$', 'x $'],
    ['${', 'x ${'],
    ['$1 ${1}', 'x $1 ${1}'],
  ])('%s', (line, expected) => {
    expect(linesOf(`$A=1\nx ${line}`)).toEqual([expected]);
  });

  test('is left where something follows that does not end it', () => {
    expect(expandText('$A=1\nx $A.1 "$A"').problems).toMatchObject([
      { kind: 'reference-not-replaced', name: 'A', next: '.', quoted: false },
      { kind: 'reference-not-replaced', name: 'A', next: '"', quoted: true },
    ]);
  });

  test('to a name that is not defined is left, without braces outside of quotes', () => {
    const text = 'x ${B} { y $B "${B}" }';
    expect(linesOf(text)).toEqual(['x $B { y $B "${B}" }']);
    expect(expandText(text).problems).toMatchObject([
      { kind: 'undefined-definition', name: 'B', braces: true, quoted: false },
      { kind: 'undefined-definition', name: 'B', braces: false, quoted: false },
      { kind: 'undefined-definition', name: 'B', braces: true, quoted: true },
    ]);
  });

  test('to a name that is defined later, or for another id', () => {
    const [later, others] = expandText('@there $C=1\nx $B $C\n$B=1').problems;
    expect(later).toMatchObject({ name: 'B', definedForOthers: undefined });
    expect(later).toHaveProperty('definedLater.span', { start: 20, end: 24 });
    expect(others).toMatchObject({ name: 'C', definedLater: undefined });
    expect(others).toHaveProperty('definedForOthers.span', { start: 7, end: 11 });
  });

  test('is no reference in a password with a dollar sign', () => {
    expect(problemsOf('auth_pass a$bc.d$e/f')).toEqual([]);
  });

  test('with a blank leaves a brace behind in keepalived', () => {
    expect(linesOf('$A=1\nx ${A }y')).toEqual(['x 1y']);
    expect(problemsOf('$A=1\nx ${A }y')).toEqual(['blank-in-reference 2: ${A }']);
  });

  test('with a parameter that the definition does not take is left', () => {
    expect(linesOf('$A=1\nx ${A 2} y')).toEqual(['x $A y']);
    expect(problemsOf('$A=1\nx ${A 2} y')).toEqual(['wrong-parameters 2: ${A 2}']);
  });

  test('is reported once, however often its line is used', () => {
    expect(problemsOf('~SEQ(i, 1, 9) x $B')).toEqual(['undefined-definition 1: $B']);
    expect(problemsOf('$A=$B\nx $A $A\ny $A')).toEqual(['undefined-definition 2: $A']);
  });
});

describe('a definition of several lines', () => {
  const block = '$M=\\\nvrrp_instance A { \\\n    state $S \\\n  }\n';

  test('puts in its lines with their indentation', () => {
    const { expanded } = expandText(`${block}$S=MASTER\n  $M\nx`);
    expect(expanded.text).toBe('\n\n\n\n\n  vrrp_instance A {\n      state MASTER\n    }\nx');
  });

  test.each([
    ['may begin behind the =', '$M=a \\\n b\n$M\nc', ['a', 'b', 'c']],
    ['may stand behind other words', '$M=a \\\n b\nx $M\nc', ['x a', 'b', 'c']],
    ['may be referred to with braces', '$M=a \\\n b\nx ${M} # y\nc', ['x a', 'b', 'c']],
    [
      'may end with a definition of several lines',
      '$N=1 \\\n2\n$M=a $N \\\nb\n$M',
      ['a 1', '2', 'b'],
    ],
    ['may hold one in its middle', '$N=1 \\\n2\n$M=a \\\n$N \\\nb\n$M', ['a', '1', '2', 'b']],
    ['may define something', '$M=\\\n$A=1 \\\nx $A\n$M', ['x 1']],
    ['may have conditions', '$M=\\\n@here a \\\n@there b \\\nc\n$M', ['a', 'c']],
    ['drops lines that hold nothing but the backslash', '$M=a \\\n \\\n  \\\nb\n$M', ['a', 'b']],
    ['ends with an empty line', '$M=a \\\n\nb\n$M', ['b', 'a']],
    ['that stays empty is an empty definition', '$M=\\\n\nx $M y', ['x  y']],
    ['goes on over a comment with a backslash', '$M=a \\\n# c \\\nb\n$M', ['a', 'b']],
    ['goes on behind a comment behind its backslash', '$M=a \\ # c\nb\n$M', ['a', 'b']],
  ])('%s', (_, text, expected) => {
    const lines = linesOf(text);
    expect(lines).toEqual(expected);
  });

  test.each(['$M y', '${M} y', 'a { $M }', '"$M"x', '$M, y'])('is left in %s', (line) => {
    const [problem] = expandText(`$M=a \\\nb\n${line}`).problems;
    expect(['multiline-reference-not-at-end', 'reference-not-replaced']).toContain(problem?.kind);
    expect(linesOf(`$M=a \\\nb\n${line}`)).toEqual([line.replace('${M}', '$M')]);
  });
});

test.each(['  ', '# c', ' ! c'])('a definition is cut by %j, for all processes but one', (line) => {
  const text = `$M=a \\\n${line}\nb\n$M`;
  expect(linesOf(text)).toEqual(['b', 'a']);
  expect(problemsOf(text)).toEqual([`definition-cut 2: ${line}`]);
});

describe('what is replaced', () => {
  test('may be replaced again', () => {
    expect(linesOf('$A=${B}2\n$B=${C}1\n$C=x\n$A')).toEqual(['x12']);
  });

  test('loses what has become a comment', () => {
    expect(linesOf('$NO=${_HASH}\n$YES=\n$NO a\n$YES b')).toEqual(['b']);
    expect(linesOf('x ${_HASH} y "${_HASH}${_BANG}"\nx "a ${_HASH} b" ${_BANG} c')).toEqual([
      'x',
      'x "a # b"',
    ]);
  });

  test('may be a directive, for releases before 2.4.0', () => {
    const text = '$S=~SEQ(i, 1, 2) x${i}\n$NO_STRICT=\n$D=$E=1\n$S\n$NO_STRICT @here y\n$D\nz $E';
    expect(linesOf(text)).toEqual(['x1', 'x2', 'y', 'z 1']);
    expect(expandText(text).problems).toMatchObject([
      { kind: 'result-read-again', result: 'sequence', notSince: '2.4.0' },
      { kind: 'result-read-again', result: 'condition', notSince: '2.4.0' },
      { kind: 'result-read-again', result: 'definition', notSince: '2.4.0' },
    ]);
  });

  test('is no sequence for any release when there is nothing more to replace', () => {
    const text = '$S=~SEQ(i, 1, 2) x\n$S';
    expect(linesOf(text)).toEqual(['~SEQ(i, 1, 2) x']);
    expect(expandText(text).problems).toMatchObject([
      { kind: 'result-read-again', result: 'sequence', notSince: undefined },
    ]);
  });
});

describe('predefined names', () => {
  test('_PWD is the directory of the file', () => {
    expect(linesOf('x ${_PWD}/y')).toEqual(['x /etc/keepalived/y']);
    expect(linesOf('include /a/b.conf', {}, { '/a/b.conf': 'x $_PWD' })).toEqual(['x /a']);
    expect(linesOf('x $_PWD', { directoryOf: () => '/elsewhere' })).toEqual(['x /elsewhere']);
  });

  test('_INSTANCE is the config id', () => {
    expect(linesOf('x $_INSTANCE')).toEqual(['x here']);
    const unknown = expandText('x ${_INSTANCE}', { configId: undefined });
    expect(unknown.expanded.text).toBe('x $_INSTANCE');
    expect(unknown.problems).toMatchObject([{ kind: 'unknown-input', name: '_INSTANCE' }]);
  });

  test.each([
    ['${_RANDOM}', 'x 5'],
    ['$_RANDOM', 'x 5'],
    ['${_RANDOM 3}', 'x 8'],
    ['${_RANDOM 1 4}', 'x 2'],
    ['${_RANDOM 7 7}', 'x 7'],
  ])('%s', (reference, expected) => {
    expect(linesOf(`x ${reference}`, { random: 5 })).toEqual([expected]);
  });

  test('_RANDOM needs a number, and decimal bounds in order', () => {
    expect(expandText('x $_RANDOM').problems).toMatchObject([{ kind: 'unknown-input' }]);
    expect(expandText('x ${_RANDOM a} ${_RANDOM 1 2 3} ${_RANDOM 9 3}').problems).toMatchObject([
      { kind: 'wrong-parameters', reason: 'minimum-above-maximum' },
      { kind: 'wrong-parameters', reason: 'not-decimal' },
      { kind: 'wrong-parameters', reason: 'number-of-parameters' },
    ]);
  });

  test('_RANDOM with parameters before other text is garbled before 2.4.0', () => {
    const random = { random: 5 };
    expect(problemsOf('x ${_RANDOM 1 2}y', random)).toEqual([
      'text-behind-parameters 1: ${_RANDOM 1 2}',
    ]);
    expect(problemsOf('x ${_RANDOM 1 2}\ny ${_RANDOM} z', random)).toEqual([]);
  });

  test('_ENV is the environment', () => {
    const environment = new Map([['HOME', '/root']]);
    expect(linesOf('x ${_ENV HOME} ${_ENV NOPE}y', { environment })).toEqual(['x /root y']);
    expect(problemsOf('x ${_ENV NOPE}y', { environment })).toEqual([
      'unset-environment 1: ${_ENV NOPE}',
    ]);
    expect(linesOf('x ${_ENV HOME} "${_ENV HOME}"')).toEqual(['x $_ENV "${_ENV HOME}"']);
    expect(problemsOf('x ${_ENV HOME}')).toEqual(['unknown-input 1: ${_ENV HOME}']);
    expect(problemsOf('x ${_ENV}', { environment })).toEqual(['wrong-parameters 1: ${_ENV}']);
  });

  test('may be defined anew', () => {
    expect(linesOf('$_PWD=1\nx $_PWD')).toEqual(['x 1']);
  });
});
