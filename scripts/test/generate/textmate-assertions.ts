import type { ScopedPiece, Tokenise } from './textmate-tokens.ts';

/*
 * A configuration whose comments say which scopes the line above them has. `^` points at its characters, and
 * `<---` at as many at the beginning of the line, where `#` stands in the way. Scopes behind a `-` must
 * not be there. The comments with assertions are not part of the text.
 *
 *     priority 100
 * #   ^^^^^^^^ keyword.other.setting
 * #            ^^^ constant.numeric - string
 */

export interface Assertion {
  /** Of the line with the assertion, from 1. */
  readonly line: number;
  /** In the text without assertions. */
  readonly start: number;
  readonly end: number;
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
}

export interface AssertedText {
  readonly text: string;
  readonly assertions: readonly Assertion[];
}

const pattern = /^#(?: *(?<carets>\^+)| *<(?<dashes>-+)) (?<scopes>[a-z].*|- .*)$/;

export function readAssertions(file: string): AssertedText {
  const lines: string[] = [];
  const assertions: Assertion[] = [];
  let offset = 0;
  let lineStart = 0;
  for (const [index, line] of file.split('\n').entries()) {
    const groups = pattern.exec(line)?.groups;
    if (!groups) {
      lines.push(line);
      lineStart = offset;
      offset += line.length + 1;
      continue;
    }
    const { carets, dashes = '', scopes = '' } = groups;
    const start = lineStart + (carets === undefined ? 0 : line.indexOf('^'));
    const [wanted = '', unwanted = ''] = ` ${scopes}`.split(' - ');
    assertions.push({
      line: index + 1,
      start,
      end: start + (carets ?? dashes).length,
      wanted: wanted.split(' ').filter((scope) => scope !== ''),
      unwanted: unwanted.split(' ').filter((scope) => scope !== ''),
    });
  }
  return { text: lines.join('\n'), assertions };
}

/** What does not hold, in words. */
export function failuresOf(file: string, tokenise: Tokenise): readonly string[] {
  const { text, assertions } = readAssertions(file);
  const pieces = tokenise(text);
  return assertions.flatMap(({ line, start, end, wanted, unwanted }) => {
    const covered = pieces.filter((piece) => piece.start < end && piece.end > start);
    if (covered.reduce((length, piece) => length + overlap(piece, start, end), 0) < end - start) {
      return [`${line}: points behind the end of the line`];
    }
    return covered.flatMap(({ scopes, ...piece }) => {
      const missing = wanted.filter((scope) => !has(scopes, scope));
      const extra = unwanted.filter((scope) => has(scopes, scope));
      if (missing.length + extra.length === 0) return [];
      return [
        `${line}: '${text.slice(piece.start, piece.end)}' has ${scopes.slice(1).join(' ')}, ` +
          [
            ...missing.map((scope) => `not ${scope}`),
            ...extra.map((scope) => `even ${scope}`),
          ].join(),
      ];
    });
  });
}

function overlap(piece: ScopedPiece, start: number, end: number): number {
  return Math.min(piece.end, end) - Math.max(piece.start, start);
}

/** `string` stands for `string.quoted.double.keepalived` too. */
function has(scopes: readonly string[], wanted: string): boolean {
  return scopes.some((scope) => scope === wanted || scope.startsWith(`${wanted}.`));
}
