import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canAskKeepalived, installedRelease } from '../../../../scripts/keepalived/installed.ts';
import { startKeepalived, type Keepalived } from '../../../../scripts/keepalived/keepalived.ts';
import { splitAtBrace } from '../../src/expand/brace-split.ts';
import { expand, type Expansion } from '../../src/expand/expand.ts';
import type { ExpandProblem } from '../../src/expand/problems.ts';
import { written, type TracedText } from '../../src/expand/traced-text.ts';
import { firstWords } from './first-words.ts';

/*
 * The same text is given to the real keepalived and to `expand`. Nothing in these texts is a keyword,
 * so keepalived complains of each line that its preprocessor puts out, by its first word. A word in
 * quotes may be a whole line: that is how the rest of a line is seen.
 */

const canAsk = canAskKeepalived();

/** Below 2.4.0 some things are different. */
const isBefore24 = /^(?:[01]|2\.[0-3])\./.test(installedRelease() ?? '');

const files = {
  'a.inc': 'in-a $A\n"a ${_PWD}"\n',
  'b.inc': 'in-b\ninclude sub/c.inc\nend-b',
  'sub/c.inc': 'in-c\n"c ${_PWD}"\ninclude d.inc\n',
  'sub/d.inc': '  in-d # comment\n\n',
};

const texts: readonly string[] = [
  'a b # c\n  "d # e" ! f\n"g \\" # h" # i\nj#k\nn \\\no\\',
  '$A=1\nx${A} b\n"$A, ${A} $A"\n$A.1\n$A/24\n$A)\n"$A"\n$A;\n$Ab\n$',
  '$A= one two # three\n$A\n"${A}"\n$A=\nx${A}y\n',
  '$A=${B}2\n$B=${C}1\n$C=x\n${A}\n"$A $B"\n$C=y\n${A}',
  '$P=$\n$AB=1\n${P}AB\n',
  '$M=\\\n one $A \\\n   two${A} \\\n three\n$A=1\n$M\nfour\nx $M\ny $M z\n"$M"\n"x ${M}"\n${M}',
  '$N=n1 \\\nn2\n$M=m1 $N \\\n$N \\\nm2\n$M\nx',
  '$M=a \\\n\nb\n$M\nc',
  '$M=a \\\n \nb\nc\n$M\nd',
  '$M=a \\\n # x\nb\nc\n$M\nd',
  '$M=a \\ # x\nb\n$M\nc',
  '$M=\\\n$A=1 \\\nx${A} \\\n@here h \\\n@there t\n$M\n',
  '@here a\n@there b\n@^here c\n@^there d\n@here\n@here @here e\n  @here\tf\n@her g\nh { @here i\n}',
  '@there $A=1\n@here $A=2\nx${A}\n@there $M=\\\n a \\\n b\n',
  'a { b } c {d}e\n{ f\n} }\n"g { h" i\nj "{" k { l',
  "'a { b'",
  '~SEQ(i,3) a${i}\n~SEQ(i,0) b${i}\n~SEQ(i,-2) c${i}\n~SEQ(i,2,4) d${i}\n~SEQ(i,4,2) e${i}',
  '~SEQ(i,8,-3,1) a${i}\n~SEQx(i,9,11) b${i}\n~SEQ (i , 0x10 , 0x11 ) c${i}\n~SEQ(i,010) d${i}',
  '$F=3\n$T=5\n~SEQ(i,$F,${T}) a${i}\n~SEQ(i,) b${i}\n~SEQ(i 3,1) c${i}\nx ~SEQ(i,2) d\n~RND(1) e',
  '~SEQ(i) a\n~SEQ b\n~SEQUENCE\n~SEQ(,1) c\n~SEQ(i,a) d\n~SEQ(i,1,2,3,4) e\n~SEQ(i,08) f\nx',
  '~SEQ(i,1,0,3) a\n~SEQ(i,3,1,1) b\n~SEQx(i,-1,3) c\n~SEQ(i,$NO) d\nx',
  '~SEQ(a,1,2) ~SEQ(b,${a},2) x${a}${b}\ny${b} {\n~SEQ(i,2) z${i}\n}\nw { ~SEQ(j,2) v${j} }',
  '$M=a${i} \\\n b\n~SEQ(i,2) $M\nc',
  '$M=\\\na \\\n~SEQ(i,2) b${i} \\\nc\n~SEQ(j,2) $M\nd',
  '$i=0\na { ~SEQ(i,2) "y ${i}"\n}',
  '~LST(a,x,y) w${a}\n~LST({a,b},{1,2},{3}) w${a}-${b}\n~LST({a , b} , { 1 , 2 }) w${a}-${b}',
  '~LST(a) a\n~LST{a,b} b\n~LST(a b,c) c\n~LST(a,b c) d\n~LST({a,b},{1,2,3}) e\n~LST(a,b f\nx',
  'include a.inc\nx\ninclude b.inc\ny\n  include  sub/c.inc # z\n{\ninclude a.inc\n}\ninclude',
  'include "a.inc"\nincluded a.inc\nincludex a.inc\n$F=a.inc\ninclude $F\nincluder a.inc\n',
  '"x ${_HASH} y ${_BANG}"\nz${_HASH}w\n"i ${_INSTANCE}"\nx${_RANDOM 7 7}\n"p ${_PWD}"\n$_PWD=1\n"q ${_PWD}"',
  '$NO=${_HASH}\n$YES=\n$NO a\n$YES b\n',
  '$S=~SEQ(i,2) x${i}\n$S\n$T=~SEQ(i,2) x\n$T\n$D=$E=1\n$D\nz${E}',
  `$A=${'a'.repeat(1000)}\nx\${A}\ny`,
];

describe.skipIf(!canAsk)('the real keepalived', () => {
  let keepalived: Keepalived;
  beforeAll(() => {
    keepalived = startKeepalived();
  });
  afterAll(() => keepalived.close());

  const expandHere = (text: string): Expansion => {
    for (const [name, content] of Object.entries(files)) {
      if (!name.includes('/')) writeFileSync(`${keepalived.folder}/${name}`, content);
    }
    const source = { path: keepalived.file, text };
    return expand(source, {
      configId: 'here',
      random: 0,
      readInclude: (pattern, from) => {
        const path = resolve(dirname(from.path), pattern);
        try {
          return [{ path, text: readFileSync(path, 'utf8') }];
        } catch {
          return [{ path: pattern, refusal: { kind: 'missing' } }];
        }
      },
    });
  };

  test.each(texts.map((text) => [text]))('%j', (text) => {
    const words = firstWords(keepalived, text, files);
    const expansion = expandHere(text);
    if (!isBefore24 && expansion.problems.some(isDifferentSince24)) return;
    expect(firstWordsOf(expansion)).toEqual(words);
  });

  test('any text', () => {
    const runs = 150;
    let compared = 0;
    for (const text of fc.sample(anyText, { numRuns: runs, seed: 227 })) {
      const expansion = expandHere(text);
      if (expansion.problems.some(({ kind }) => incomparable.has(kind))) continue;
      if (expansion.problems.some(isLeftOtherwise)) continue;
      const words = firstWords(keepalived, text, files);
      expect([text, firstWordsOf(expansion)]).toEqual([text, words]);
      compared++;
    }
    expect(compared).toBeGreaterThan(runs / 2);
  });
});

function isDifferentSince24(problem: ExpandProblem): boolean {
  return problem.kind === 'result-read-again' && problem.notSince !== undefined;
}

/** keepalived never ends, or differs from release to release, or the expansion differs on purpose. */
const incomparable: ReadonlySet<ExpandProblem['kind']> = new Set([
  'self-reference',
  'include-loop',
  'include-read-twice',
  'backslash-in-comment',
  'result-read-again',
  'blank-in-reference',
  'blank-before-equals',
  'written-line-too-long',
]);

/** `${NAME}` as keepalived leaves it opens a block; here it is `$NAME`. */
function isLeftOtherwise({ kind, at }: ExpandProblem): boolean {
  const isLeft = kind === 'undefined-definition' || kind === 'multiline-reference-not-at-end';
  return isLeft && at.source.text.slice(at.span.start, at.span.end).includes('{');
}

/** As keepalived tells them: each brace is a line of its own. */
function firstWordsOf({ expanded }: Expansion): readonly string[] {
  const words: string[] = [];
  for (const line of expanded.text.split('\n')) {
    const source = { path: '', text: line.trim().replace(/\\([#!])/g, '$1') };
    for (let rest: TracedText | undefined = written(source, 0, source.text.length); rest;) {
      const { head, tail } = splitAtBrace(rest, []);
      const [, quoted, bare] = /^\s*(?:"([^"]*)"|([^\s"]+))/.exec(head.text) ?? [];
      const word = quoted ?? bare;
      if (word !== undefined) words.push(word);
      rest = tail;
    }
  }
  return words;
}

const word = fc.constantFrom(
  ...[
    'foo',
    'bar',
    '10.0.0.1',
    '"a b"',
    '"x # y"',
    'a=b',
    '"q{r}"',
    '~a',
    '\\"x',
    '{',
    '}',
    '$',
    '$1',
  ],
  ...['${A}', '$A', '$A.1', 'p${A}s', '${A}${B}', '"${B} q"', '"$B, r"', '${_HASH}', '"${_BANG}"'],
  ...['$M', '$B,', '$B)', '${C}', '@x'],
);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
const prefix = fc.constantFrom(
  ...['', '', '', '', '  ', '\t', '@here ', '@there ', '@^here ', '@^there ', 'x { ', '} '],
  ...[
    '~SEQ(i,2) ',
    '~SEQ(j,1,2) ~SEQx(i,9,10) ',
    '~LST({i,j},{1,2},{3}) s${j} ',
    '~SEQ(i,1,${B}) ',
  ],
);
const suffix = fc.constantFrom('', '', '', ' # c', ' ! "d', '{', ' }', ' "${i}"', ' $M');
const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(prefix, words, suffix).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.constantFrom('include a.inc', 'include b.inc', '', '  # c', '$A=z') },
  { weight: 1, arbitrary: words.map((value) => `$C=${value.replace(/\$\{?[CM]\}?/g, '')}`) },
);
const anyText = fc
  .tuple(words, words, fc.array(line, { minLength: 1, maxLength: 8 }))
  .map(([first, second, lines]) => {
    const head = '$i=0\n$j=0\n$A=a\n$B=2\n$C=${A}c\n';
    const body = `${first} \\\n  ${second}`.replace(/\$M|\$\{M\}/g, '${B}');
    return `${head}$M=\\\n  ${body}\n${lines.join('\n')}\n`;
  });
