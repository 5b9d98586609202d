import fc from 'fast-check';
import type { KeywordSchema } from '@kalint/parser';
import { isStatement, onOneLine, onOneWord, textWith, type Mutate } from './lines.ts';

/* Mistakes in the words behind a keyword, and in those of a free-form line. */

interface Range {
  readonly min: number;
  readonly max: number;
}

function rangeOf(value: KeywordSchema['value'] | undefined): Range | undefined {
  return value && 'min' in value && 'max' in value ? value : undefined;
}

const isNumber = (word: string): boolean => /^[+-]?\d+(?:\.\d+)?$/.test(word);

export const outOfRange: Mutate = onOneWord(
  ({ statement }, index) => index > 0 && isNumber(statement.words[index] ?? ''),
  (_, { statement }) => {
    const range = rangeOf(statement.schema?.value);
    const ends = range ? [`${range.max + 1}`, `${range.min - 1}`] : [];
    return one(...ends, '-1', '0', '256', '65536', '4294967296', '99999999999999999999');
  },
);

export const notANumber: Mutate = onOneWord(
  ({ statement }, index) => index > 0 && isNumber(statement.words[index] ?? ''),
  (word) =>
    one('abc', `${word}x`, '0x10', '=', `${word},5`, `${word}.5`, `'${word}'`, `${word};`, '""'),
);

/** The last word, or all of them, are missing. */
export const missingValue: Mutate = onOneLine(
  (line) => isStatement(line) && line.statement.words.length > 1,
  (line) => {
    const { words } = line.statement;
    return fc
      .constantFrom(words.slice(0, -1), words.slice(0, 1))
      .map((left) => [textWith(line, left)]);
  },
);

export const extraWord: Mutate = onOneLine(isStatement, (line) =>
  fc
    .constantFrom('extra', '1', ';', 'weight', '192.0.2.1', 'on', '"quoted words"')
    .map((word) => [textWith(line, [...line.statement.words, word])]),
);

export const wrongWord: Mutate = onOneWord(
  (_, index) => index > 0,
  (word) =>
    one(
      ...['none', 'maybe', '192.0.2.300', '2001:db8::g', '192.0.2.1/33', '2001:db8::1/129'],
      ...['averyveryverylonginterfacename', `${word}x`, word.toUpperCase(), word.toLowerCase()],
    ),
);

/** A word in the middle, of a route, say, is lost. */
export const lostWord: Mutate = onOneWord(
  ({ statement }, index) => index > 0 && statement.words.length > 2,
  () => fc.constant([]),
);

/** The first word of a free-form line. */
export const wrongEntry: Mutate = onOneWord(
  ({ statement }, index) => statement.line !== undefined && index === 0,
  (word) => one('nothing', `${word}x`, '192.0.2.256', '2001:db8:::1', '{', `,${word}`),
);

function one(...words: readonly string[]): fc.Arbitrary<readonly string[]> {
  return fc.constantFrom(...words).map((word) => [word]);
}
