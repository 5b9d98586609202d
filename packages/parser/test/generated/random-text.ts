import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { language, type Keywords } from '../../src/index.ts';

/* Texts of several shapes, short ones, because what is wrong with a parser shows in a few lines. */

/** Any characters at all. */
const characters = fc.string({ unit: 'binary', maxLength: 60 });

const keywords: readonly string[] = keywordsOf(language);

function keywordsOf(table: Keywords): readonly string[] {
  return Object.entries(table).flatMap(([word, schema]) => [
    word,
    ...(schema.keywords ? keywordsOf(schema.keywords) : []),
  ]);
}

const punctuation = [
  ...['{', '}', ' { ', '\n}\n', '"', "'", '#', '!', '\\', '$', '@', '~', '=', '(', ')', '/', ','],
  ...['\n', '\r\n', ' ', '\t', '\f', '\v', '\0', '\uFEFF', '\u00A0', '\u2028', '\uD800', '配置'],
];

const preprocessor = [
  ...['$A=', '$A=b\n', '$A', '${A}', '${A', '${_PWD}', '${_RANDOM 1 2}', '$A=\\\n', '\\\n'],
  ...['@id ', '@^id ', '~SEQ(A, 1, 3) ', '~SEQ(A, 3) ', '~LST(A, x, y) ', '~SEQ(A', 'include '],
];

const values = [
  ...['0', '1', '-1', '255', '1.5', '99999999999999999999', '0x10', '192.0.2.1', '192.0.2.1/24'],
  ...['2001:db8::1', 'eth0', 'on', 'off', 'MASTER', 'NAME', 'weight', 'dev', 'via', 'fwmark'],
];

/** What keepalived.conf is made of, in no order. */
const tokens = fc
  .array(
    fc.oneof(
      fc.constantFrom(...keywords),
      fc.constantFrom(...punctuation),
      fc.constantFrom(...preprocessor),
      fc.constantFrom(...values),
    ),
    { maxLength: 24 },
  )
  .chain((parts) => fc.constantFrom('', ' ').map((separator) => parts.join(separator)));

/** Statements in blocks, as if somebody had written them without knowing which go where. */
const statements = fc
  .array(
    fc.oneof(
      fc
        .tuple(fc.constantFrom(...keywords), fc.array(fc.constantFrom(...values), { maxLength: 3 }))
        .map(([word, words]) => [word, ...words].join(' ')),
      fc.constantFrom(...keywords).map((word) => `${word} NAME {`),
      fc.constant('}'),
    ),
    { maxLength: 12 },
  )
  .map((lines) => lines.join('\n'));

const fixtures = join(import.meta.dirname, '../../../../fixtures');

function fixtureTexts(): readonly string[] {
  return readdirSync(fixtures, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.conf'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .filter((text) => text.length <= 2000);
}

/** A good part of a fixture, with some of it gone, doubled or put where it does not belong. */
const mutated = fc
  .tuple(
    fc.constantFrom(...fixtureTexts()),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.oneof(fc.constantFrom(...punctuation, ...preprocessor), characters),
  )
  .map(([text, from, to, put]) => {
    const [start = 0, end = 0] = [from, to]
      .map((at) => Math.floor(at * text.length))
      .sort((a, b) => a - b);
    const piece = text.slice(Math.max(0, start - 200), start + 200);
    const at = Math.floor(piece.length / 2);
    return `${piece.slice(0, at)}${put}${piece.slice(at + ((end - start) % 8))}`;
  });

/** Texts, by what they look like. */
export const texts: Readonly<Record<string, fc.Arbitrary<string>>> = {
  ...{ characters, tokens, statements, mutated },
};
