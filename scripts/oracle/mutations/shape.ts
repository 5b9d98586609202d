import fc from 'fast-check';
import { isStatement, onOneLine, onOneWord, textsOf, type Mutate } from './lines.ts';

/* Braces, quotes, comments and line ends. */

export const lostBrace: Mutate = onOneLine(
  ({ role }) => role !== 'statement',
  ({ role, text }) => fc.constant(role === 'open' ? [text.replace(/ \{$/, '')] : []),
);

export const extraBrace: Mutate = onOneLine(
  () => true,
  ({ text }) => fc.constantFrom([`${text} {`], [text, '{'], [text, '}'], [`${text} }`]),
);

export const lostQuote: Mutate = onOneWord(
  (_, index) => index > 0,
  (word) =>
    fc.constantFrom(
      ...(word.startsWith('"') ? [[word.slice(1)], [word.slice(0, -1)]] : []),
      ...[[`"${word}`], [`${word}"`], [`'${word}`], [`"${word}'`], [`"${word}"`]],
    ),
);

export const comment: Mutate = onOneWord(
  (_, index) => index > 0,
  (word) =>
    fc.constantFrom(
      ...[[`${word.slice(0, 1)}#${word.slice(1)}`], [`!${word}`], [`#${word}`], ['//', word]],
    ),
);

/** Two lines become one, or one becomes two. */
export const lineEnds: Mutate = (lines) => {
  const texts = textsOf(lines);
  const joinable = fc.nat({ max: Math.max(0, lines.length - 2) });
  const joined = joinable.map((at) =>
    texts.toSpliced(at, 2, `${texts[at] ?? ''} ${(texts[at + 1] ?? '').trim()}`),
  );
  const broken = onOneWord(
    (_, index) => index > 0,
    (word) => fc.constantFrom([`\n${word}`], [`\\\n${word}`]),
  )(lines);
  return broken ? fc.oneof(joined, broken) : joined;
};

export const punctuation: Mutate = onOneLine(isStatement, ({ text }) =>
  fc.constantFrom(
    [`${text};`],
    [text.replace(/(\S) (\S)/, '$1 = $2')],
    [text.replace(/(\S) (\S)/, '$1: $2')],
  ),
);
