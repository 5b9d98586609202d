import type { BlockPath, KeywordSchema } from '../../src/index.ts';
import type { LineType } from '../../src/schema/lines.ts';

/** A statement of a generated configuration. */
export interface WrittenStatement {
  /** The keyword and the words behind it, with their quotes; of a free-form line, its words. */
  readonly words: readonly [string, ...string[]];
  /** What the table says of the keyword; undefined for a free-form line. */
  readonly schema: KeywordSchema | undefined;
  /** The type of a free-form line. */
  readonly line: LineType | undefined;
  /** The blocks around it. */
  readonly within: BlockPath;
  readonly block: readonly WrittenStatement[] | undefined;
}

/** A physical line of a written configuration: a statement, the `{` that it ends with, or a `}`. */
export interface WrittenLine {
  readonly text: string;
  /** The statement that stands on the line, or that the `}` closes. */
  readonly statement: WrittenStatement;
  readonly role: 'statement' | 'open' | 'close';
  readonly depth: number;
}

/** The lines of a configuration, one statement on each. */
export function linesOf(
  statements: readonly WrittenStatement[],
  depth = 0,
): readonly WrittenLine[] {
  const indent = '    '.repeat(depth);
  return statements.flatMap((statement) => {
    const text = `${indent}${statement.words.join(' ')}`;
    if (!statement.block) return [{ text, statement, role: 'statement' as const, depth }];
    return [
      { text: `${text} {`, statement, role: 'open' as const, depth },
      ...linesOf(statement.block, depth + 1),
      { text: `${indent}}`, statement, role: 'close' as const, depth },
    ];
  });
}

export function textOf(lines: readonly Pick<WrittenLine, 'text'>[]): string {
  return lines.map(({ text }) => `${text}\n`).join('');
}
