/*
 * Sentences of a report. Each format has its own way to make what comes from a file harmless, and to set it
 * apart from kalint's own words, so that a sentence remembers which is which.
 */

/** Own words, or something that a file, or its author, has named. */
export type Piece = string | { readonly foreign: string };

export type Phrase = readonly Piece[];

/** Makes a phrase: the literal parts are own words, strings that are put in are foreign. */
export function phrase(
  words: TemplateStringsArray,
  ...values: readonly (string | number | Phrase)[]
): Phrase {
  return words.flatMap((own, index) => {
    const value = values[index];
    if (value === undefined) return own === '' ? [] : [own];
    const pieces: Phrase =
      typeof value === 'string'
        ? [{ foreign: value }]
        : typeof value === 'number'
          ? [String(value)]
          : value;
    return own === '' ? pieces : [own, ...pieces];
  });
}

/** `a`, `a and b`, `a, b and c`, `a, b and 6 more`: of more than so many names the rest is counted. */
export function enumerated(names: readonly string[], word: 'and' | 'or', most = 4): Phrase {
  const shown = names.length <= most ? names : names.slice(0, most - 1);
  const rest = names.length - shown.length;
  const items: readonly Phrase[] = [
    ...shown.map((name): Phrase => [{ foreign: name }]),
    ...(rest > 0 ? [[`${rest} more`]] : []),
  ];
  return joined(items, ', ', ` ${word} `);
}

/** The items with something between them, and something else before the last one. */
export function joined(items: readonly Phrase[], between: string, last = between): Phrase {
  return items.flatMap((item, index) => {
    if (index === 0) return item;
    return [index === items.length - 1 ? last : between, ...item];
  });
}

/** The words without any care for what they may do; for measuring and comparing only. */
export function plainText(text: Phrase): string {
  return text.map((piece) => (typeof piece === 'string' ? piece : piece.foreign)).join('');
}
