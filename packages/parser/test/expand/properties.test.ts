import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expand, type Expansion } from '../../src/expand/expand.ts';
import { configIdsIn } from '../../src/expand/conditions.ts';
import { totals } from '../../src/expand/limits.ts';
import { usesPreprocessor } from '../../src/expand/uses-preprocessor.ts';
import { parse, parseExpanded } from '../../src/parse.ts';
import type { Item, SyntaxTree, Word } from '../../src/syntax/tree.ts';
import { expandText } from './expanding.ts';

const plain = [
  ...['{', '}', ' { ', ' } ', '"a b"', '"a # b"', "'", '=', '(', ')', '/', ',', '\n', '\n', '\r\n'],
  ...[' ', '\t', '\f', 'é', '配置', '\uD800', '# comment', '! comment', 'a', '1', 'b@c', '\\"'],
];
const preprocessor = [
  ...['$A=', '\n$A=', '$B= ', '\n$M=\\\n', ' \\\n', '\\', '$A', '${A}', '${B}', '$B ', '$M\n', '$'],
  ...[
    '${',
    '${A 1}',
    '${_HASH}',
    '$_PWD',
    '${_RANDOM 1 2}',
    '\n@here ',
    '\n@^here ',
    '@there ',
    '@',
  ],
  ...['\n~SEQ(A, 1, 3) ', '~SEQx(B, 9, 11)', '\n~LST({A,B},{1,2},{3}) ', '~SEQ(', '~LST(', '~'],
  ...['\ninclude f', '\ninclude g\n', 'include ', '\\#', '"', '~SEQ(A, 99999) ', '$A=$B', '$B=$A'],
];

const textOf = (fragments: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...fragments), { maxLength: 50 }).map((parts) => parts.join(''));

const plainText = textOf(plain);
const anyText = fc.oneof(
  textOf([...plain, ...preprocessor]),
  textOf(preprocessor),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

const files = { f: 'in f $A\n$B=f\n', g: 'include f\ninclude g\n{ x }' };

function expanded(text: string): Expansion {
  return expandText(text, { random: 5 }, files);
}

function wordsOf(tree: SyntaxTree): readonly Word[] {
  const words: Word[] = [];
  const visit = (item: Item): void => {
    if (item.kind === 'statement') {
      words.push(item.keyword, ...item.words);
      item.block?.items.forEach(visit);
    }
    if (item.kind === 'block') item.items.forEach(visit);
  };
  tree.items.forEach(visit);
  return words;
}

const textOfWord = ({ text }: Word): string => text;

describe('a text without preprocessor', () => {
  const isPlain = (text: string): boolean => !usesPreprocessor(parse({ path: '', text }));

  test('keeps all its words in order', () => {
    fc.assert(
      fc.property(plainText.filter(isPlain), (text) => {
        const before = wordsOf(parse({ path: '', text }));
        expect(wordsOf(parseExpanded(expanded(text))).map(textOfWord)).toEqual(
          before.map(textOfWord),
        );
      }),
      { numRuns: 5_000 },
    );
  });

  test('has the same tree, and words that lie where they lay', () => {
    fc.assert(
      fc.property(plainText.filter(isPlain), (text) => {
        const spans = (tree: SyntaxTree): unknown => wordsOf(tree).map(({ span }) => span);
        expect(spans(parseExpanded(expanded(text)))).toEqual(spans(parse({ path: '', text })));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('any text', () => {
  test('is expanded and parsed without an exception, within bounds', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const expansion = expanded(text);
        expect(expansion.expanded.text.length).toBeLessThanOrEqual(totals.characters);
        if (expansion.expanded.text.length < 20_000) parseExpanded(expansion);
        configIdsIn(parse({ path: '', text }));
      }),
      { numRuns: 10_000 },
    );
  });

  test('gives words whose origin is a span of a file', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const expansion = expanded(text);
        if (expansion.expanded.text.length > 20_000) return;
        for (const word of wordsOf(parseExpanded(expansion))) {
          for (const { source, span } of [word, ...(word.via ?? [])]) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeLessThanOrEqual(source.text.length);
            expect(span.start).toBeLessThan(span.end);
          }
        }
      }),
      { numRuns: 5_000 },
    );
  });

  test('gives words that stand as they are where they were written, if nothing led to them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const expansion = expanded(text);
        if (expansion.expanded.text.length > 20_000) return;
        for (const { source, span, text: word, via } of wordsOf(parseExpanded(expansion))) {
          const original = source.text.slice(span.start, span.end);
          // A computed value has no steps either, and a reference that is left has lost its braces.
          if (via || /\$|\\/.test(original)) continue;
          expect(original.replace(/^"|"$/g, '')).toBe(word.replace(/^"|"$/g, ''));
        }
      }),
      { numRuns: 5_000 },
    );
  });

  test('expands in the same way every time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [first, second] = [expanded(text), expanded(text)];
        expect(first.expanded.text).toBe(second.expanded.text);
        expect(first.problems.length).toBe(second.problems.length);
      }),
      { numRuns: 2_000 },
    );
  });

  test('gives problems that lie in a file and tell where', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { at } of expand({ path: 'x', text }, { configId: undefined }).problems) {
          expect(at.span.start).toBeLessThanOrEqual(at.span.end);
          expect(at.span.end).toBeLessThanOrEqual(at.source.text.length);
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
