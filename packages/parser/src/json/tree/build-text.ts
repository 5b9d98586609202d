import { parse } from '../../parse.ts';
import type { JsonProblem } from '../shape.ts';
import { piecesOf, type Piece } from './pieces.ts';
import type { SyntaxTreeJson, TriviaJson, WordJson } from './tree-json.ts';
import { readTree } from './tree-shape.ts';
import { treeToJson } from './write-tree.ts';

/** A text, or why there is none. */
export type BuiltText =
  | {
      readonly text: string;
      /** How its bytes were written, and are to be written again. */
      readonly encoding: 'utf-8' | 'latin-1';
    }
  | { readonly problem: JsonProblem };

/**
 * Makes the text whose tree has a JSON form. Never throws, whatever the value, and never gives a text
 * that `parse` reads as anything but that tree: what cannot be written is a problem. The text of
 * `treeToJson(parse(source))` is the source's text.
 */
export function buildText(json: unknown): BuiltText {
  const read = readTree(json);
  if ('problem' in read) return read;
  const { tree } = read;
  if (tree.masked) {
    return { problem: { pointer: '/masked', message: 'its secrets are replaced by asterisks' } };
  }
  const pieces = [...piecesOf(tree)];
  const text = pieces.map(textOf).join('');
  const problem = firstDifference(pieces, [...piecesOf(treeOf(text))]);
  return problem ? { problem } : { text, encoding: tree.encoding ?? 'utf-8' };
}

function textOf({ before, text, after }: Piece): string {
  return [...before.map(textOfTrivia), text, ...after.map(textOfTrivia)].join('');
}

function textOfTrivia(trivia: TriviaJson): string {
  return typeof trivia === 'string' ? trivia : trivia.text;
}

function treeOf(text: string): SyntaxTreeJson {
  return treeToJson(parse({ path: '', text }));
}

/** What a text was made of, and what it would be read as. */
function firstDifference(meant: readonly Piece[], read: readonly Piece[]): JsonProblem | undefined {
  const index = meant.findIndex((piece, at) => !isSame(piece, read[at]));
  const piece = meant[index];
  if (piece) return { pointer: piece.pointer, message: reasonOf(piece) };
  return meant.flatMap(commentsOf).join('\n') === read.flatMap(commentsOf).join('\n')
    ? undefined
    : { pointer: '', message: 'a comment has no line of its own' };
}

function isSame(a: Piece, b: Piece | undefined): boolean {
  return (
    a.kind === b?.kind &&
    a.pointer === b.pointer &&
    a.text === b.text &&
    a.word?.quoting === b.word?.quoting &&
    a.word?.joined === b.word?.joined
  );
}

function commentsOf({ before, after }: Piece): readonly string[] {
  return [...before, ...after].flatMap((trivia) => (typeof trivia === 'string' ? [] : trivia.text));
}

function reasonOf({ word }: Piece): string {
  return (word && unwritable(word)) ?? 'written here, it would be read as something else';
}

function unwritable({ text, quoting }: WordJson): string | undefined {
  if (quoting === undefined && text === '') return 'an empty word needs quotes';
  if (quoting === undefined && /[ \t\r\f\v"{}]/.test(text)) {
    return 'a word with a blank, a quote or a brace in it needs quotes';
  }
  return quoting === 'double' && text.includes('"')
    ? 'a quote cannot be written within quotes'
    : undefined;
}
