/**
 * keepalived has no limit but that of a line (1022 bytes since 2.4.0, lib/parser.c, read_line). No
 * configuration comes near these; without them a file could take all the memory there is.
 */
export const sizeLimits = {
  /** UTF-16 code units; a file of keepalived's largest known users has some hundred thousand. */
  characters: 16 * 1024 * 1024,
  /** Words, braces and line ends; ten megabytes of ordinary configuration have a million and a half. */
  words: 1_600_000,
  /** UTF-16 code units of a line; keepalived ignores far shorter ones. */
  'characters in a line': 64 * 1024,
} as const;

/** A limit that a text exceeds. */
export interface ExceededSize {
  readonly of: keyof typeof sizeLimits;
  readonly limit: number;
  /** Where the reading ends: before the line that is too long, else before all. */
  readonly at: number;
}

/** The limit that a text exceeds, if it does. */
export function exceededSize(text: string): ExceededSize | undefined {
  const { characters, words, 'characters in a line': ofLine } = sizeLimits;
  if (text.length > characters) return { of: 'characters', limit: characters, at: 0 };
  // Every word has at least one character.
  if (text.length > words && countWords(text, words) > words) {
    return { of: 'words', limit: words, at: 0 };
  }
  const at = text.length > ofLine ? longLine(text, ofLine) : undefined;
  return at === undefined ? undefined : { of: 'characters in a line', limit: ofLine, at };
}

/** Where the first line of more than so many characters begins. */
function longLine(text: string, limit: number): number | undefined {
  let start = 0;
  while (text.length - start > limit) {
    const end = text.lastIndexOf('\n', start + limit);
    if (end < start) return start;
    start = end + 1;
  }
  return undefined;
}

/** Words as blanks divide them, braces, quotes and line ends; what a comment holds counts too. */
function countWords(text: string, enough: number): number {
  let count = 0;
  let isInWord = false;
  for (let at = 0; at < text.length && count <= enough; at++) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === 'mark' || (kind === 'letter' && !isInWord)) count++;
    isInWord = kind === 'letter';
  }
  return count;
}

function kindOf(code: number): 'letter' | 'blank' | 'mark' {
  switch (code) {
    case 0x09:
    case 0x0b:
    case 0x0c:
    case 0x0d:
    case 0x20:
      return 'blank';
    case 0x0a:
    case 0x22:
    case 0x7b:
    case 0x7d:
      return 'mark';
    default:
      return 'letter';
  }
}
