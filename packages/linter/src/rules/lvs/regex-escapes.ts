/*
 * keepalived resolves backslashes before PCRE2 gets to see an expression, in the way of C strings
 * (alloc_strvec_quoted_escaped() in lib/parser.c).
 */

/** A backslash with what belongs to it. */
const escape = /\\(?:x[0-9a-fA-F]{1,2}|c.|[0-7]{1,3}|.)/gs;

/** The characters that keepalived makes of letters; any other character stands for itself. */
const characters: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  E: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** The expression that PCRE2 gets. */
export function resolved(pattern: string): string {
  return pattern.replace(escape, (text) => {
    const [, first = '', ...rest] = text;
    if (first === 'x' && rest.length > 0) return characterOf(Number.parseInt(rest.join(''), 16));
    if (first === 'c' && rest[0]) return characterOf(rest[0].charCodeAt(0) & 0x1f);
    if (/[0-7]/.test(first)) return characterOf(Number.parseInt(text.slice(1), 8) & 0xff);
    return characters[first] ?? first;
  });
}

function characterOf(code: number): string {
  return String.fromCharCode(code);
}

/** The expression with each backslash doubled that PCRE2 should see: pcre2pattern(3). */
export function withKeptEscapes(pattern: string): string {
  return pattern.replace(escape, (text) => (isForPcre2(text) ? `\\${text}` : text));
}

/**
 * Whether it says something to PCRE2 that is lost: a class, an assertion, a group by number, or that a
 * character is no operator. That of `\n` and `\x41` is not, keepalived means the same by them.
 */
function isForPcre2(text: string): boolean {
  return /^\\(?:[^acfnrtvx0\W_]|[.^$*+?()[\]{}|])$/.test(text);
}
