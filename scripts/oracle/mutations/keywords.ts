import fc from 'fast-check';
import { isReadBy, keywordIn, language, type Keywords } from '@kalint/parser';
import type { WrittenLine } from '../../../packages/parser/test/generated/written.ts';
import { isStatement, onOneLine, onOneWord, statementAt, textsOf, type Mutate } from './lines.ts';

/* Keywords that are wrong, or stand where they do not belong. */

const isKeyword = ({ role, statement }: WrittenLine, index = 0): boolean =>
  role !== 'close' && index === 0 && statement.line === undefined;

export const unknownKeyword: Mutate = onOneLine(isKeyword, ({ text }) =>
  fc
    .constantFrom('no_such_keyword', 'colour blue', 'Priority 100', '100', 'server { }')
    .map((line) => [line, text]),
);

export const misspelt: Mutate = onOneWord(isKeyword, (word) =>
  fc
    .nat({ max: word.length - 1 })
    .chain((at) =>
      fc.constantFrom(
        [word.slice(0, at) + word.slice(at + 1)],
        [`${word.slice(0, at)}${word[at] ?? ''}${word.slice(at)}`],
        [word.replaceAll('_', '-')],
        [word.replaceAll('_', '')],
        [word.toUpperCase()],
        [`${word};`],
      ),
    ),
);

/** A line, or a whole block, moves to another place. */
export const misplaced: Mutate = (lines) => {
  const movable = lines.flatMap((line, index) => (isStatement(line) ? [index] : []));
  if (movable.length < 2) return undefined;
  const place = fc.nat({ max: lines.length });
  return fc.tuple(fc.constantFrom(...movable), place).map(([from, to]) => {
    const moved = statementAt(lines, from);
    const others = lines.filter((line) => !moved.includes(line));
    return textsOf(others.toSpliced(to, 0, ...moved));
  });
};

export const duplicate: Mutate = (lines) => {
  const repeatable = lines.flatMap((line, index) => (isStatement(line) ? [index] : []));
  if (repeatable.length === 0) return undefined;
  return fc.constantFrom(...repeatable).map((index) => {
    const repeated = statementAt(lines, index);
    return textsOf(lines.toSpliced(index, 0, ...repeated));
  });
};

export const lost: Mutate = (lines) => {
  const losable = lines.flatMap((line, index) => (isStatement(line) ? [index] : []));
  if (losable.length === 0) return undefined;
  return fc
    .constantFrom(...losable)
    .map((index) => textsOf(lines.toSpliced(index, statementAt(lines, index).length)));
};

/** A keyword of the same block that is deprecated, too new, or long gone. */
export const unavailable: Mutate = onOneLine(
  (line) => isKeyword(line) && unavailableIn(line).length > 0,
  (line) =>
    fc
      .tuple(fc.constantFrom(...unavailableIn(line)), fc.constantFrom('', ' 1', ' on', ' eth0'))
      .map(([word, value]) => [`${word}${value}`, line.text]),
);

function unavailableIn({ statement }: WrittenLine): readonly string[] {
  let keywords: Keywords | undefined = language;
  for (const word of statement.within) keywords = keywords && keywordIn(keywords, word)?.keywords;
  return Object.entries(keywords ?? {})
    .filter(([, schema]) => !isReadBy(schema, '2.2.7') || schema.deprecated)
    .map(([word]) => word);
}
