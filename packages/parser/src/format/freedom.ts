import { byteLength } from '../text/byte-length.ts';
import type { TokenKind } from '../syntax/tree.ts';
import { codeOf, type WrittenLine } from './written-lines.ts';

/**
 * How much of a line may be moved without keepalived reading something else: nothing, the line as a whole, or each
 * part of it.
 */
export type Freedom = 'none' | 'whole' | 'parts';

/**
 * In bytes. keepalived reads lines of up to 1022 and drops longer ones, or cuts them in two before 2.4.0
 * (lib/parser.c, read_line). Lines near to that stay as they are, and none becomes as long.
 */
const longestLine = 1000;

/** Whether a line is longer than that. */
export function isLong(text: string): boolean {
  return text.length > longestLine / bytesPerUnit && byteLength(text) > longestLine;
}

/** Of UTF-8, at most, for each UTF-16 code unit. */
const bytesPerUnit = 3;

export function freedomOf(line: WrittenLine): Freedom {
  const [first = ''] = line.text.split('\n', 1);
  const text = first.replace(/\r+$/, '');
  if (isLong(text) || isDelicate(text, line.start === 0)) return 'none';
  return isUndivided(line) ? 'whole' : 'parts';
}

/** Whether something depends on the blanks around what is written. */
function isDelicate(text: string, isFirst: boolean): boolean {
  return (
    // It separates words, but does not end a line.
    text.includes('\r') ||
    // Only blanks and tabs are dropped before the first word (decomment()).
    /^[ \t]*[\f\v]/.test(text) ||
    // A backslash is the end of a line, or it is not; with nothing behind it, `include` is a directive, or it is not.
    /(?:\\|include[rmwba]?)[ \t]+$/.test(text) ||
    // It is a part of the first word.
    (isFirst && text.startsWith('\uFEFF'))
  );
}

/** Whether something depends on what stands together on a line. */
function isUndivided(line: WrittenLine): boolean {
  const { text, tokens } = line;
  const code = codeOf(line);
  return (
    tokens.some(({ kind }) => directives.has(kind)) ||
    // Some references count only at the end of a line, and a value may be anything.
    /[$\f\v]/.test(code) ||
    // It joins a definition and the next line; even in a comment before 2.4.0.
    text.endsWith('\\') ||
    // What looks protected is not where keepalived looks for braces, and is where it looks for words.
    (tokens.some(isBrace) && /['\\]/.test(code)) ||
    // The preprocessor takes more for a directive than the lexer does: `~SEQ (`.
    /(?:^|[{}])[ \t]*[@~]/.test(code)
  );
}

const directives: ReadonlySet<TokenKind> = new Set([
  'definition',
  'condition',
  'sequence',
  'include',
]);

function isBrace({ kind }: { readonly kind: TokenKind }): boolean {
  return kind === 'left-brace' || kind === 'right-brace';
}
