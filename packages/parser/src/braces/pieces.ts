import type { IToken } from 'chevrotain';
import { isWord } from '../syntax/layout.ts';
import { LeftBrace, RightBrace } from '../syntax/tokens.ts';

/** What a file is made of, as far as braces are concerned. */
export type Piece = Line | Close;

interface PieceBase {
  /** How many pieces come before it. */
  readonly ordinal: number;
  /** The index of its first token. */
  readonly index: number;
  readonly token: IToken;
  /** The width of the blanks before it; undefined when it does not begin its line. */
  readonly indent: number | undefined;
  /** A brace behind one of its kind, on one line. */
  readonly isBesideAnother: boolean;
}

/** The words of a line, and the `{` behind them; or a `{` without words. */
export interface Line extends PieceBase {
  readonly kind: 'line';
  /** Empty when there are no words. */
  readonly keyword: string;
  /** The last word; the brace when there are no words. */
  readonly last: IToken;
  /** The index behind the last word: that of the brace, if there is one. */
  readonly end: number;
  readonly brace: IToken | undefined;
}

/** A `}`. */
export interface Close extends PieceBase {
  readonly kind: 'close';
  /** Whether a line follows, and not another `}` or the end of the file. */
  readonly isBeforeLine: boolean;
}

export function* piecesOf(text: string, tokens: readonly IToken[]): Generator<Piece, void> {
  let ordinal = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) continue;
    const { tokenType } = token;
    const isBrace = tokenType === LeftBrace || tokenType === RightBrace;
    if (!isBrace && !isWord(token)) continue;
    const indent = indentOf(text, token.startOffset);
    const isBesideAnother =
      isBrace && indent === undefined && tokens[index - 1]?.tokenType === tokenType;
    // Written out: there is one for each line of each file, and objects made of others take twice as long.
    if (tokenType === RightBrace) {
      yield {
        kind: 'close',
        ordinal,
        index,
        token,
        indent,
        isBesideAnother,
        isBeforeLine: isBeforeLine(tokens, index),
      };
    } else {
      // A brace without words is a line of none.
      const end = isBrace ? index : endOfWords(tokens, index);
      const next = tokens[end];
      const brace = next?.tokenType === LeftBrace ? next : undefined;
      yield {
        kind: 'line',
        ordinal,
        index,
        token,
        indent,
        isBesideAnother,
        keyword: isBrace ? '' : token.image,
        last: isBrace ? token : (tokens[end - 1] ?? token),
        end,
        brace,
      };
      index = brace ? end : end - 1;
    }
    ordinal++;
  }
}

function endOfWords(tokens: readonly IToken[], first: number): number {
  let end = first + 1;
  for (let next = tokens[end]; next && isWord(next); next = tokens[end]) end++;
  return end;
}

function isBeforeLine(tokens: readonly IToken[], index: number): boolean {
  const next = tokens[index + 1];
  return next !== undefined && next.tokenType !== RightBrace;
}

const newline = 10;
const tab = 9;
const space = 32;

/** A tab counts as eight columns. */
function indentOf(text: string, startOffset: number): number | undefined {
  let start = startOffset;
  while (start > 0 && isBlank(text.charCodeAt(start - 1))) start--;
  if (start > 0 && text.charCodeAt(start - 1) !== newline) return undefined;
  let width = 0;
  for (let at = start; at < startOffset; at++)
    width += text.charCodeAt(at) === tab ? 8 - (width % 8) : 1;
  return width;
}

function isBlank(character: number): boolean {
  return character === space || character === tab;
}
