import { visitStatements, type SyntaxTree, type Word } from '@kalint/parser';
import { definitionOf, endsOf, isWordName, matchesText, type Grammar } from './ebnf-matcher.ts';

/*
 * The keyword part against the words of a file: a literal and a capital symbol is one word, by its text;
 * Command is as many as its text covers, by what is written.
 */

type Piece =
  | { readonly kind: 'word'; readonly word: Word }
  | { readonly kind: 'brace'; readonly text: string }
  | { readonly kind: 'newline' };

/** Whether the production describes the whole file. */
export function describesFile(grammar: Grammar, name: string, tree: SyntaxTree): boolean {
  const pieces = piecesOf(tree);
  const ends = endsOf(grammar, { kind: 'symbol', name }, 0, (part, at) => {
    const piece = pieces[at];
    if (part.kind === 'literal') {
      if (!piece || piece.kind === 'newline') return [];
      const text = piece.kind === 'word' ? piece.word.text : piece.text;
      const isBrace = part.text === '{' || part.text === '}';
      return isBrace === (piece.kind === 'brace') && isSame(text, part) ? [at + 1] : [];
    }
    if (part.kind !== 'symbol' || !isWordName(part.name)) return undefined;
    if (part.name === 'Newline') return piece?.kind === 'newline' ? [at + 1] : [];
    if (piece?.kind !== 'word') return [];
    const definition = definitionOf(grammar, part.name);
    if (part.name !== 'Command') {
      return matchesText(grammar, definition, piece.word.text) ? [at + 1] : [];
    }
    const end = endOfCommand(pieces, at);
    const last = pieces[end - 1];
    if (last?.kind !== 'word') return [];
    const written = tree.source.text.slice(piece.word.span.start, last.word.span.end);
    return matchesText(grammar, definition, written) ? [end] : [];
  });
  return ends.has(pieces.length);
}

function isSame(
  text: string,
  literal: { readonly text: string; readonly anyCase: boolean },
): boolean {
  return literal.anyCase
    ? text.toUpperCase() === literal.text.toUpperCase()
    : text === literal.text;
}

/** The first blank outside single quotes ends a command. */
function endOfCommand(pieces: readonly Piece[], at: number): number {
  let end = at;
  let isQuoted = false;
  for (let piece = pieces[end]; piece?.kind === 'word'; piece = pieces[end]) {
    if (end > at && !piece.word.joined && !isQuoted) break;
    const quotes = piece.word.quoted
      ? 0
      : piece.word.text.replace(/\\./g, '').split("'").length - 1;
    if (quotes % 2 === 1) isQuoted = !isQuoted;
    end++;
  }
  return end;
}

function piecesOf(tree: SyntaxTree): readonly Piece[] {
  const words = new Map<number, Word>();
  visitStatements(tree, ({ keyword, words: others }) => {
    for (const word of [keyword, ...others]) words.set(word.span.start, word);
  });
  return tree.tokens.map(({ kind, span }): Piece => {
    if (kind === 'newline') return { kind };
    const word = words.get(span.start);
    if (kind === 'word' && word) return { kind, word };
    return { kind: 'brace', text: tree.source.text.slice(span.start, span.end) };
  });
}
