/*
 * The format of TextMate grammars: https://macromates.com/manual/en/language_grammars. The regular
 * expressions stay within what Oniguruma (VS Code) and PCRE (GitHub) have in common, and none has an
 * unbounded repetition in another.
 */

export interface Rule {
  readonly include?: string;
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Rule[];
}

export interface Captures {
  readonly [group: string]: { readonly name?: string; readonly patterns?: readonly Rule[] };
}

export type Repository = Readonly<Record<string, Rule>>;

export const include = (name: string): Rule => ({ include: `#${name}` });

/** `keyword.other.setting` in this language. */
export function scope(name: string): string {
  return `${name}.keepalived`;
}

/** isspace(3), without the newline. The vertical tab is `\x0B` because `\v` is a class in PCRE. */
export const blank = '[ \\t\\r\\f\\x0B]';

/** What may stand in a word without quotes. */
export const letter = '[^ \\t\\r\\n\\f\\x0B"{}#!]';

export const wordStart = `(?<!${letter})`;
export const wordEnd = `(?!${letter})`;

/** What ends a statement: a brace, a comment, or the end of the line. */
export const statementEnd = '(?=[{}#!]|$)';

export function anyOf(words: readonly string[]): string {
  return words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
}
