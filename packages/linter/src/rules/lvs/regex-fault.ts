/**
 * Why PCRE2 does not compile an expression, of what can be told without knowing all of its syntax: brackets
 * that do not match, and a quantifier at the very beginning (pcre2pattern(3)). Undefined where that is
 * uncertain.
 */
export function regexFaultIn(pattern: string): string | undefined {
  // Quoted parts, comments and verbs have brackets of their own.
  if (/\\Q|\(\?#|\(\*|\(\?C/.test(pattern)) return undefined;
  if (/^[*+?]/.test(pattern)) return `nothing stands in front of \`${pattern.charAt(0)}\``;
  if (/(?:^|[^\\])(?:\\\\)*\\$/.test(pattern)) return 'a backslash is its last character';
  let open = 0;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === '\\') at++;
    else if (character === '[') {
      const end = endOfClass(pattern, at);
      if (end === undefined) return 'a `[` is not closed';
      at = end;
    } else if (character === '(') open++;
    else if (character === ')' && --open < 0) return 'a `)` closes nothing';
  }
  return open > 0 ? 'a `(` is not closed' : undefined;
}

/** Where the `]` of a character class stands; the first one of `[]...]` and `[^]...]` is a character. */
function endOfClass(pattern: string, start: number): number | undefined {
  let at = start + 1;
  if (pattern.charAt(at) === '^') at++;
  if (pattern.charAt(at) === ']') at++;
  for (; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === '\\') at++;
    else if (character === ']') return at;
    else if (character === '[' && /[:.=]/.test(pattern.charAt(at + 1))) {
      const end = pattern.indexOf(`${pattern.charAt(at + 1)}]`, at + 2);
      if (end !== -1) at = end + 1;
    }
  }
  return undefined;
}
