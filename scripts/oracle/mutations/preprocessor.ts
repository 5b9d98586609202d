import fc from 'fast-check';
import { isStatement, onOneLine, type Mutate } from './lines.ts';

/* What the preprocessor makes of a file: right uses of it, and wrong ones. */

/** A word is defined, at the top, under a name that is used in its place. */
export const definition: Mutate = (lines) => {
  const places = lines.flatMap((line, index) =>
    isStatement(line) && line.statement.words.length > 1 ? [index] : [],
  );
  if (places.length === 0) return undefined;
  const definitions = fc.constantFrom('$WORD=', '$WORD =', '$OTHER=', ' $WORD= ');
  const references = fc.constantFrom('$WORD', '${WORD}', '$WORD.', '${OTHER}');
  return fc
    .tuple(fc.constantFrom(...places), definitions, references)
    .map(([at, defined, reference]) => {
      const { text = '', statement } = lines[at] ?? {};
      const word = statement?.words[1] ?? '';
      const texts = lines
        .map((line) => line.text)
        .with(
          at,
          text.replace(word, () => reference),
        );
      return [`${defined}${word}`, ...texts];
    });
};

/** A line is written for one node, for the others, or for each value of a sequence. */
export const prefix: Mutate = onOneLine(
  ({ role }) => role === 'statement',
  ({ text }) =>
    fc.constantFrom(
      ...[[`@node ${text}`], [`@^node ${text}`], [`@node ${text}`, `@other ${text}`]],
      ...[[`~SEQ(I, 1, 2) ${text}`], [`~SEQ(I, 2, 1) ${text}`], [`~SEQ(I) ${text}`]],
      ...[[`~LST(I, a, b) ${text}`], [`~SEQ(I, 1, 2 ${text}`], [`~RND(1) ${text}`]],
    ),
);

export const include: Mutate = onOneLine(
  () => true,
  ({ text }) =>
    fc.constantFrom(
      ...[
        ['include nothing.conf', text],
        ['include', text],
        ['includex a.conf', text],
      ],
      ['includer nothing.conf', text],
    ),
);
