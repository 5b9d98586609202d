import { definitionOf, endsInText, type Grammar } from './ebnf-matcher.ts';

/*
 * The lexer that the lexical part describes: its productions, and the two rules of its introduction.
 */

const directives = ['Definition', 'Condition', 'Sequence', 'Include'];
const others = [
  'Whitespace',
  'Comment',
  'Newline',
  'LeftBrace',
  'RightBrace',
  'QuotedWord',
  'UnterminatedWord',
  'PlainWord',
  'BackslashWord',
];
const separators = ['ByteOrderMark', 'Whitespace', 'Comment'];
const lineStarters = ['Newline', 'LeftBrace', 'RightBrace', 'Condition', 'Sequence'];

/** `Name start-end`, in the order of the text. */
export function lex(grammar: Grammar, text: string): readonly string[] {
  const tokens: string[] = [];
  let at = 0;
  let isLineStart = true;
  while (at < text.length) {
    const token =
      (at === 0 ? longest(grammar, ['ByteOrderMark'], text, at) : undefined) ??
      (isLineStart ? longest(grammar, directives, text, at) : undefined) ??
      longest(grammar, others, text, at);
    if (!token) throw new Error(`no token at ${at}`);
    tokens.push(`${token.name} ${at}-${token.end}`);
    if (!separators.includes(token.name)) isLineStart = lineStarters.includes(token.name);
    at = token.end;
  }
  return tokens;
}

function longest(
  grammar: Grammar,
  names: readonly string[],
  text: string,
  at: number,
): { readonly name: string; readonly end: number } | undefined {
  let best: { readonly name: string; readonly end: number } | undefined;
  for (const name of names) {
    const end = Math.max(at, ...endsInText(grammar, definitionOf(grammar, name), text, at));
    if (end > (best?.end ?? at)) best = { name, end };
  }
  return best;
}
