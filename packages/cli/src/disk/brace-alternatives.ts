/**
 * What a pattern with `{a,b}` stands for, in the order of the alternatives: glob(3) with GLOB_BRACE.
 * Braces may stand in each other; one that is not closed is a letter. Undefined: more than `most`.
 */
export function braceAlternatives(pattern: string, most: number): readonly string[] | undefined {
  const done: string[] = [];
  const open = [pattern];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const braces = firstBraces(next);
    if (!braces) {
      done.push(next);
      if (done.length > most) return undefined;
      continue;
    }
    const before = next.slice(0, braces.start);
    const behind = next.slice(braces.end);
    for (const part of braces.parts.toReversed()) open.push(before + part + behind);
    if (open.length > most) return undefined;
  }
  return done;
}

interface Braces {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly string[];
}

function firstBraces(pattern: string): Braces | undefined {
  const start = endOf(pattern, 0, '{');
  if (start === pattern.length) return undefined;
  const parts: string[] = [];
  let at = start + 1;
  for (;;) {
    const end = endOfPart(pattern, at);
    if (end === pattern.length) return undefined;
    parts.push(pattern.slice(at, end));
    at = end + 1;
    if (pattern[end] === '}') return { start, end: at, parts };
  }
}

/** The `,` or `}` that ends an alternative, or the end of the pattern. */
function endOfPart(pattern: string, from: number): number {
  let depth = 0;
  for (let at = from; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (depth === 0 && (character === ',' || character === '}')) return at;
    else if (character === '}') depth--;
  }
  return pattern.length;
}

/** The first such character that no backslash protects, or the end. */
function endOf(pattern: string, from: number, wanted: string): number {
  for (let at = from; at < pattern.length; at++) {
    if (pattern[at] === '\\') at++;
    else if (pattern[at] === wanted) return at;
  }
  return pattern.length;
}
