import { spellWord } from './spelling.ts';
import type {
  BlockJson,
  DirectiveJson,
  ItemJson,
  PieceJson,
  StatementJson,
  StrayBraceJson,
  SyntaxTreeJson,
  TriviaJson,
  WordJson,
} from './tree-json.ts';
import {
  atEnd,
  beforeClosingBrace,
  beforeItem,
  beforeOpeningBrace,
  betweenWords,
} from './usual-layout.ts';

/** A word, a brace or a directive of a tree, in the order of the text. */
export interface Piece {
  readonly kind: 'word' | 'brace' | 'unread' | StrayBraceJson['kind'] | DirectiveJson['kind'];
  /** Where it is in the JSON, as a JSON pointer. */
  readonly pointer: string;
  /** As it is written. */
  readonly text: string;
  readonly before: readonly TriviaJson[];
  readonly after: readonly TriviaJson[];
  readonly word: WordJson | undefined;
}

/** The pieces of a tree; the last one is what is not read, usually nothing. */
export function* piecesOf({ items, end, unread = '' }: SyntaxTreeJson): Generator<Piece> {
  yield* piecesOfItems(items, '/items', 0);
  const before = end ?? [atEnd(items.at(-1))];
  const pointer = unread === '' ? '' : '/unread';
  yield { kind: 'unread', pointer, text: unread, before, after: [], word: undefined };
}

function* piecesOfItems(
  items: readonly ItemJson[],
  pointer: string,
  depth: number,
): Generator<Piece> {
  for (const [index, item] of items.entries()) {
    const before = beforeItem(depth, items[index - 1]);
    yield* piecesOfItem(item, `${pointer}/${index}`, depth, before);
  }
}

function* piecesOfItem(
  item: ItemJson,
  pointer: string,
  depth: number,
  before: string,
): Generator<Piece> {
  switch (item.kind) {
    case 'statement':
      yield* piecesOfStatement(item, pointer, depth, before);
      break;
    case 'block':
      yield* piecesOfBlock(item, pointer, depth, before);
      break;
    default:
      yield piece(item.kind, item, item.text, pointer, before);
  }
}

function* piecesOfStatement(
  { keyword, words, block }: StatementJson,
  pointer: string,
  depth: number,
  before: string,
): Generator<Piece> {
  yield wordPiece(keyword, `${pointer}/keyword`, before);
  for (const [index, word] of words.entries()) {
    yield wordPiece(word, `${pointer}/words/${index}`, word.joined ? '' : betweenWords);
  }
  if (block) yield* piecesOfBlock(block, `${pointer}/block`, depth, beforeOpeningBrace);
}

function* piecesOfBlock(
  { open = {}, items, close = {} }: BlockJson,
  pointer: string,
  depth: number,
  before: string,
): Generator<Piece> {
  if (open) yield piece('brace', open, '{', `${pointer}/open`, before);
  yield* piecesOfItems(items, `${pointer}/items`, depth + 1);
  const end = beforeClosingBrace(depth, items.at(-1));
  if (close) yield piece('brace', close, '}', `${pointer}/close`, end);
}

function wordPiece(word: WordJson, pointer: string, before: string): Piece {
  return { ...piece('word', word, spellWord(word), pointer, before), word };
}

function piece(
  kind: Piece['kind'],
  written: PieceJson,
  text: string,
  pointer: string,
  usualBefore: string,
): Piece {
  const { before = [usualBefore], after = [] } = written;
  return { kind, pointer, text, before, after, word: undefined };
}
