import fc from 'fast-check';
import type { WrittenLine } from '../../../packages/parser/test/generated/written.ts';

/** A configuration that somebody has got wrong: how, and what it looks like now. */
export type Mutate = (lines: readonly WrittenLine[]) => fc.Arbitrary<readonly string[]> | undefined;

/** Rewrites one of the lines that are suitable; undefined when there is none. */
export function onOneLine(
  isSuitable: (line: WrittenLine) => boolean,
  rewrite: (line: WrittenLine) => fc.Arbitrary<readonly string[]>,
): Mutate {
  return (lines) => {
    const suitable = lines.flatMap((line, index) => (isSuitable(line) ? [index] : []));
    if (suitable.length === 0) return undefined;
    return fc.constantFrom(...suitable).chain((index) => {
      const line = lines[index];
      const rewritten = line ? rewrite(line) : fc.constant([]);
      return rewritten.map((texts) => textsOf(lines).toSpliced(index, 1, ...texts));
    });
  };
}

/** Rewrites one of the words of a line; the keyword is the first of them. */
export function onOneWord(
  isSuitable: (line: WrittenLine, index: number) => boolean,
  rewrite: (word: string, line: WrittenLine) => fc.Arbitrary<readonly string[]>,
): Mutate {
  const suitable = (line: WrittenLine): readonly number[] =>
    line.role === 'close'
      ? []
      : line.statement.words.flatMap((_, index) => (isSuitable(line, index) ? [index] : []));
  return onOneLine(
    (line) => suitable(line).length > 0,
    (line) =>
      fc.constantFrom(...suitable(line)).chain((index) => {
        const { words } = line.statement;
        return rewrite(words[index] ?? '', line).map((put) => [
          textWith(line, words.toSpliced(index, 1, ...put)),
        ]);
      }),
  );
}

/** A line with other words, indented as it is, with its brace. */
export function textWith({ depth, role }: WrittenLine, words: readonly string[]): string {
  return `${'    '.repeat(depth)}${[...words, ...(role === 'open' ? ['{'] : [])].join(' ')}`;
}

export function textsOf(lines: readonly WrittenLine[]): readonly string[] {
  return lines.map(({ text }) => text);
}

/** The lines of the statement that begins at an index, up to its `}`. */
export function statementAt(lines: readonly WrittenLine[], index: number): readonly WrittenLine[] {
  const line = lines[index];
  if (line?.role !== 'open') return lines.slice(index, index + 1);
  const end = lines.findIndex(
    ({ role, statement }) => role === 'close' && statement === line.statement,
  );
  return lines.slice(index, end + 1);
}

export const isStatement = ({ role }: WrittenLine): boolean => role !== 'close';
