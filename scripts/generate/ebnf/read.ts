import {
  character,
  choice,
  literal,
  optional,
  repetition,
  sequence,
  symbol,
  type Expression,
  type Production,
} from './expression.ts';

/*
 *   grammar    ::= (Name '::=' expression)*
 *   expression ::= items ('|' items)*
 *   items      ::= (primary ('?' | '*' | '+')?)*
 *   primary    ::= Name | Literal | Character | '(' expression ')'
 *
 * A name begins a production when `::=` follows. A comment on the line above is its note, all others are
 * dropped. Letters in double quotes stand for themselves in either case.
 */

interface Token {
  readonly kind: 'name' | 'literal' | 'character' | 'operator';
  readonly text: string;
  readonly offset: number;
}

const tokenPattern =
  /\s+|\/\*[^]*?\*\/|(?<name>[A-Za-z_][\w.-]*)|(?<literal>'[^'\n]*'|"[^"\n]*")|(?<character>#x[0-9A-F]+|\[\^?[^\]\n]+\])|(?<operator>::=|[|?*+()])/y;

/** @throws SyntaxError when the text is no grammar in this notation. */
export function readGrammar(text: string): readonly Production[] {
  const tokens = tokensOf(text);
  const productions: Production[] = [];
  const notes = notesIn(text);
  let at = 0;

  const isOperator = (token: Token | undefined, ...operators: readonly string[]): boolean =>
    token?.kind === 'operator' && operators.includes(token.text);
  const beginsProduction = (): boolean =>
    tokens[at]?.kind === 'name' && isOperator(tokens[at + 1], '::=');
  const fail = (expected: string): never => {
    const token = tokens[at];
    throw new SyntaxError(
      `expected ${expected}, found ${token ? `${token.text} at ${token.offset}` : 'the end'}`,
    );
  };

  const readExpression = (): Expression => {
    const items = [readItems()];
    while (isOperator(tokens[at], '|')) {
      at++;
      items.push(readItems());
    }
    return choice(...items);
  };
  const readItems = (): Expression => {
    const items: Expression[] = [];
    while (tokens[at] && !beginsProduction() && !isOperator(tokens[at], '|', ')')) {
      items.push(readRepeated());
    }
    return sequence(...items);
  };
  const readRepeated = (): Expression => {
    const item = readPrimary();
    const suffix = tokens[at];
    if (!suffix || !isOperator(suffix, '?', '*', '+')) return item;
    at++;
    return suffix.text === '?' ? optional(item) : repetition(item, suffix.text === '+' ? 1 : 0);
  };
  const readPrimary = (): Expression => {
    const token = tokens[at];
    if (!token) return fail('a symbol');
    at++;
    if (token.kind === 'name') return symbol(token.text);
    if (token.kind === 'literal') {
      return literal(token.text.slice(1, -1), { anyCase: token.text.startsWith('"') });
    }
    if (token.kind === 'character') return character(token.text);
    if (token.text !== '(') return fail('a symbol');
    const inner = readExpression();
    if (!isOperator(tokens[at], ')')) return fail(')');
    at++;
    return inner;
  };

  while (at < tokens.length) {
    const name = tokens[at];
    if (!name || !beginsProduction()) return fail('a production');
    at += 2;
    const note = notes.get(name.text);
    const expression = readExpression();
    productions.push({ name: name.text, expression, ...(note === undefined ? {} : { note }) });
  }
  return productions;
}

function notesIn(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/^\/\* (.+) \*\/\n([A-Za-z_][\w.-]*) ::=/gm);
  return new Map([...found].map(([, note = '', name = '']) => [name, note]));
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  while (offset < text.length) {
    tokenPattern.lastIndex = offset;
    const match = tokenPattern.exec(text);
    if (!match) throw new SyntaxError(`no token of the notation at ${offset}`);
    for (const kind of ['name', 'literal', 'character', 'operator'] as const) {
      const found = match.groups?.[kind];
      if (found !== undefined) tokens.push({ kind, text: found, offset });
    }
    offset = tokenPattern.lastIndex;
  }
  return tokens;
}
