import type { Expression, Production } from '../../generate/ebnf/expression.ts';

/*
 * Two interpreters of the published grammar: one for characters, one for whatever a token is. Both
 * follow all alternatives at once and give the offsets at which a match may end.
 */

export type Grammar = ReadonlyMap<string, Expression>;

export function grammarOf(productions: readonly Production[]): Grammar {
  return new Map(productions.map(({ name, expression }) => [name, expression]));
}

export function definitionOf(grammar: Grammar, name: string): Expression {
  const expression = grammar.get(name);
  if (!expression) throw new Error(`${name} is not defined`);
  return expression;
}

/** Whether a symbol is a word or a token, so that nothing may stand between its parts. */
export function isWordName(name: string): boolean {
  return /^[A-Z]/.test(name);
}

/** What matches one piece of the input, at one place. */
type Atom = (expression: Expression, at: number) => Iterable<number> | undefined;

/** Where the expression may end when it begins at `at`. */
export function endsOf(
  grammar: Grammar,
  expression: Expression,
  at: number,
  atom: Atom,
): ReadonlySet<number> {
  const ends = atom(expression, at);
  if (ends) return new Set(ends);
  const follow = (inner: Expression, from: Iterable<number>): ReadonlySet<number> => {
    const found = new Set<number>();
    for (const start of from) {
      for (const end of endsOf(grammar, inner, start, atom)) found.add(end);
    }
    return found;
  };
  switch (expression.kind) {
    case 'literal':
    case 'character':
      return new Set();
    case 'symbol':
      return endsOf(grammar, definitionOf(grammar, expression.name), at, atom);
    case 'sequence': {
      let reached: ReadonlySet<number> = new Set([at]);
      for (const item of expression.items) reached = follow(item, reached);
      return reached;
    }
    case 'choice':
      return new Set(expression.items.flatMap((item) => [...follow(item, [at])]));
    case 'optional':
      return new Set([at, ...follow(expression.item, [at])]);
    case 'repetition': {
      const reached = new Set<number>(expression.atLeast === 0 ? [at] : []);
      let fresh = follow(expression.item, [at]);
      while (fresh.size > 0) {
        const last = fresh;
        for (const end of last) reached.add(end);
        fresh = new Set([...follow(expression.item, last)].filter((end) => !reached.has(end)));
      }
      return reached;
    }
    case 'remark':
    case 'named':
      return follow(expression.item, [at]);
  }
}

/** Where a match of characters may end. */
export function endsInText(
  grammar: Grammar,
  expression: Expression,
  text: string,
  at: number,
): ReadonlySet<number> {
  return endsOf(grammar, expression, at, (part, from) => {
    if (part.kind === 'character') {
      return from < text.length && hasCharacter(part.source, text.charCodeAt(from))
        ? [from + 1]
        : [];
    }
    if (part.kind !== 'literal') return undefined;
    const found = text.slice(from, from + part.text.length);
    const isSame = part.anyCase
      ? found.toUpperCase() === part.text.toUpperCase()
      : found === part.text;
    return isSame ? [from + part.text.length] : [];
  });
}

/** Whether a whole text is what the expression says. */
export function matchesText(grammar: Grammar, expression: Expression, text: string): boolean {
  return endsInText(grammar, expression, text, 0).has(text.length);
}

const classes = new Map<string, (code: number) => boolean>();

function hasCharacter(source: string, code: number): boolean {
  let test = classes.get(source);
  if (!test) classes.set(source, (test = classOf(source)));
  return test(code);
}

/** `#xA`, `[a-z#x20]`, `[^"#xA]` */
function classOf(source: string): (code: number) => boolean {
  const negated = source.startsWith('[^');
  const body = source.replace(/^\[\^?|\]$/g, '');
  const ranges = [...body.matchAll(/(#x[0-9A-F]+|.)(?:-(#x[0-9A-F]+|.))?/gu)].map(
    ([, from = '', to = from]) => [codeOf(from), codeOf(to)] as const,
  );
  return (code) => ranges.some(([from, to]) => from <= code && code <= to) !== negated;
}

function codeOf(character: string): number {
  const hexadecimal = /^#x([0-9A-F]+)$/.exec(character)?.[1];
  return hexadecimal === undefined
    ? (character.codePointAt(0) ?? 0)
    : Number.parseInt(hexadecimal, 16);
}
