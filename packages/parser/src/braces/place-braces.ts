import { createTokenInstance, type IToken, type TokenType } from 'chevrotain';
import { keywordIn, language, placementsOf } from '../schema/language.ts';
import type { Keywords, KeywordSchema } from '../schema/keyword.ts';
import { spanOf } from '../syntax/grammar.ts';
import { isWord } from '../syntax/layout.ts';
import { LeftBrace, MissingBrace, PlainWord, RightBrace, StrayBrace } from '../syntax/tokens.ts';
import type { BraceReason, SyntaxProblem } from '../syntax/tree.ts';
import type { SourceFile } from '../text/source-file.ts';
import { nestingLimit } from './nesting-limit.ts';

/*
 * keepalived counts braces and, when the count is wrong, says only that it is wrong. Where the
 * missing brace belongs, or which one is too many, can be told from two things: a keyword that cannot
 * stand where it stands, and the indentation. This pass looks for the smallest set of changes that
 * makes every keyword fit. It runs only when the braces do not pair up.
 *
 * The search walks through the lines once and keeps the cheapest few ways to read them so far.
 */

const cost = { missing: 1, stray: 1, misplacedKeyword: 1.2, oddIndentation: 0.5 } as const;
const waysKept = 8;

export interface Placed {
  readonly tokens: IToken[];
  readonly problems: readonly SyntaxProblem[];
}

/** Makes every `{` have its `}`; tokens that pair up already are returned as they are. */
export function placeBraces(source: SourceFile, written: readonly IToken[]): Placed {
  const changes = isBalanced(written) ? [] : cheapestChanges(source.text, written).map(withBrace);
  const { tokens, flattened } = flattenDeepBlocks(apply(written, changes));
  const [deepest] = flattened;
  const problems = changes.flatMap(({ change, brace }) =>
    flattened.has(brace) ? [] : [toProblem(source, change)],
  );
  if (!deepest) return { tokens, problems };
  const tooDeep = {
    kind: 'deep-nesting',
    source,
    span: spanOf(deepest),
    limit: nestingLimit,
  } as const;
  return { tokens, problems: [tooDeep, ...problems] };
}

/** Blocks beyond the limit become words; what was inserted for them goes away again. */
function flattenDeepBlocks(tokens: readonly IToken[]): {
  readonly tokens: IToken[];
  readonly flattened: ReadonlySet<IToken>;
} {
  let depth = 0;
  const kept: IToken[] = [];
  const flattened = new Set<IToken>();
  for (const token of tokens) {
    const opens = token.tokenType === LeftBrace;
    const closes = token.tokenType === RightBrace || token.tokenType === MissingBrace;
    if (opens) depth++;
    const isDeep = depth > nestingLimit && (opens || closes);
    if (closes) depth--;
    if (isDeep) flattened.add(token);
    if (!isDeep) kept.push(token);
    else if (token.tokenType !== MissingBrace) kept.push(retype(token, PlainWord));
  }
  return { tokens: kept, flattened };
}

function isBalanced(tokens: readonly IToken[]): boolean {
  let depth = 0;
  for (const { tokenType } of tokens) {
    if (tokenType === LeftBrace) depth++;
    if (tokenType === RightBrace && --depth < 0) return false;
  }
  return depth === 0;
}

/** What a file is made of, as far as braces are concerned. */
type Piece =
  | {
      readonly kind: 'line';
      readonly index: number;
      readonly keyword: string;
      readonly opens: boolean;
    }
  | { readonly kind: 'close'; readonly index: number; readonly indent: number | undefined };

/** An open block. */
interface Frame {
  readonly keyword: string;
  readonly header: IToken;
  readonly indent: number | undefined;
  /** What may stand in it; undefined when it is a free-form or an unknown block. */
  readonly keywords: Keywords | undefined;
  readonly freeForm: boolean;
  readonly outer: Frame | undefined;
}

type Change =
  | {
      readonly kind: 'insert';
      readonly index: number;
      readonly at: number;
      readonly frame: Frame;
      readonly reason: BraceReason;
    }
  | {
      readonly kind: 'remove';
      readonly index: number;
      readonly token: IToken;
      readonly frame: Frame | undefined;
      readonly next: { readonly keyword: string; readonly token: IToken } | undefined;
    };

/** One way to read the lines so far. */
interface Way {
  readonly cost: number;
  readonly frame: Frame | undefined;
  readonly changes: ChangeList | undefined;
  /** The block that the piece just before closed, and with what. */
  readonly closed: { readonly frame: Frame; readonly index: number } | undefined;
}

interface ChangeList {
  readonly change: Change;
  readonly before: ChangeList | undefined;
}

function cheapestChanges(text: string, tokens: readonly IToken[]): readonly Change[] {
  let ways: readonly Way[] = [{ cost: 0, frame: undefined, changes: undefined, closed: undefined }];
  for (const piece of piecesOf(text, tokens)) {
    const next = ways.flatMap((way) =>
      piece.kind === 'line' ? readLine(text, tokens, way, piece) : readClose(tokens, way, piece),
    );
    ways = cheapest(next);
  }
  const finished = ways.map((way) => closeAtEnd(text, tokens, way));
  const [best] = cheapest(finished);
  const changes: Change[] = [];
  for (let list = best?.changes; list; list = list.before) changes.push(list.change);
  return changes.reverse();
}

/** Of the ways that lead into the same block the cheapest, and of these the cheapest few. */
function cheapest(ways: readonly Way[]): readonly Way[] {
  const perFrame = new Map<Frame | undefined, Way>();
  for (const way of ways) {
    const known = perFrame.get(way.frame);
    if (!known || way.cost < known.cost) perFrame.set(way.frame, way);
  }
  return [...perFrame.values()].sort((a, b) => a.cost - b.cost).slice(0, waysKept);
}

function* piecesOf(text: string, tokens: readonly IToken[]): Generator<Piece> {
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) continue;
    if (token.tokenType === RightBrace) {
      yield { kind: 'close', index, indent: indentOf(text, token) };
    } else if (token.tokenType === LeftBrace) {
      yield { kind: 'line', index, keyword: '', opens: true };
    } else if (isWord(token)) {
      const start = index;
      while (isNextAWord(tokens, index)) index++;
      const opens = tokens[index + 1]?.tokenType === LeftBrace;
      if (opens) index++;
      yield { kind: 'line', index: start, keyword: token.image, opens };
    }
  }
}

function isNextAWord(tokens: readonly IToken[], index: number): boolean {
  const next = tokens[index + 1];
  return next !== undefined && isWord(next);
}

function readLine(
  text: string,
  tokens: readonly IToken[],
  way: Way,
  { index, keyword, opens }: Extract<Piece, { kind: 'line' }>,
): readonly Way[] {
  const token = tokens[index];
  if (!token) return [way];
  const enter = (from: Way, frame: Frame | undefined, extra: number): Way => ({
    ...from,
    cost: from.cost + extra,
    frame: opens ? open(text, token, keyword, frame) : frame,
    closed: undefined,
  });
  const reopened = reopen(tokens, way, token, keyword, opens);
  if (fits(way.frame, keyword, opens)) {
    if (!reopened || !isDeeper(text, token, way.closed?.frame)) return [enter(way, way.frame, 0)];
    return [enter(way, way.frame, cost.oddIndentation), enter(reopened, reopened.frame, 0)];
  }

  const isMisplaced = opens || placementsOf(keyword).length > 0;
  const ways = [enter(way, way.frame, isMisplaced ? cost.misplacedKeyword : 0)];
  const home = nearestHome(way.frame, keyword);
  if (home) {
    let closing: Way = way;
    for (let frame = way.frame; frame && frame !== home.frame; frame = frame.outer) {
      closing = insert(closing, index, token.startOffset, frame, {
        kind: 'keyword',
        keyword,
        at: spanOf(token),
        within: home.frame?.keyword ?? '',
      });
    }
    ways.push(enter(closing, home.frame, 0));
  }
  if (reopened) ways.push(enter(reopened, reopened.frame, 0));
  return ways;
}

/** The way on which the brace just before was one too many; undefined when the block cannot go on. */
function reopen(
  tokens: readonly IToken[],
  way: Way,
  token: IToken,
  keyword: string,
  opens: boolean,
): Way | undefined {
  const { closed } = way;
  const brace = closed && tokens[closed.index];
  if (!closed || !brace || !fits(closed.frame, keyword, opens)) return undefined;
  const next = { keyword, token };
  const { index, frame } = closed;
  const change: Change = { kind: 'remove', index, token: brace, frame, next };
  return { ...withChange(way, change, cost.stray), frame };
}

/** A line behind a block is not expected to be indented more than the header of the block. */
function isDeeper(text: string, token: IToken, frame: Frame | undefined): boolean {
  return (indentOf(text, token) ?? 0) > (frame?.indent ?? Number.POSITIVE_INFINITY);
}

function readClose(
  tokens: readonly IToken[],
  way: Way,
  { index, indent }: Extract<Piece, { kind: 'close' }>,
): readonly Way[] {
  const token = tokens[index];
  if (!token) return [way];
  const { frame } = way;
  if (!frame) {
    const change: Change = { kind: 'remove', index, token, frame: undefined, next: undefined };
    return [{ ...withChange(way, change, cost.stray), closed: undefined }];
  }
  const close = (from: Way, closing: Frame, extra: number): Way => ({
    ...from,
    cost: from.cost + extra,
    frame: closing.outer,
    closed: { frame: closing, index },
  });
  if (indent === undefined || indent === frame.indent) return [close(way, frame, 0)];
  const match = outerWithIndent(frame, indent);
  if (!match) return [close(way, frame, 0)];
  let closing: Way = way;
  for (let inner: Frame | undefined = frame; inner && inner !== match; inner = inner.outer) {
    closing = insert(closing, index, token.startOffset, inner, {
      kind: 'indentation',
      at: spanOf(token),
      matches: match.keyword,
    });
  }
  return [close(way, frame, cost.oddIndentation), close(closing, match, 0)];
}

function closeAtEnd(text: string, tokens: readonly IToken[], way: Way): Way {
  let finished = way;
  for (let frame = way.frame; frame; frame = frame.outer) {
    finished = insert(finished, tokens.length, text.length, frame, { kind: 'end-of-file' });
  }
  return finished;
}

function insert(way: Way, index: number, at: number, frame: Frame, reason: BraceReason): Way {
  const change: Change = { kind: 'insert', index, at, frame, reason };
  return { ...withChange(way, change, cost.missing), frame: frame.outer };
}

function withChange(way: Way, change: Change, extra: number): Way {
  return { ...way, cost: way.cost + extra, changes: { change, before: way.changes } };
}

function open(text: string, header: IToken, keyword: string, outer: Frame | undefined): Frame {
  const schema = schemaOf(outer, keyword);
  return {
    keyword,
    header,
    indent: indentOf(text, header),
    keywords: schema?.keywords,
    freeForm: schema?.lines !== undefined,
    outer,
  };
}

function schemaOf(outer: Frame | undefined, keyword: string): KeywordSchema | undefined {
  const here = outer ? outer.keywords : language;
  return (here && keywordIn(here, keyword)) ?? placementsOf(keyword)[0]?.schema;
}

function fits(frame: Frame | undefined, keyword: string, opens: boolean): boolean {
  if (!frame) return keywordIn(language, keyword) !== undefined;
  if (frame.keywords) return keywordIn(frame.keywords, keyword) !== undefined;
  if (!frame.freeForm) return true;
  return !opens && nearestHome(frame, keyword) === undefined;
}

/** The nearest block around `frame` in which the keyword may stand. */
function nearestHome(
  frame: Frame | undefined,
  keyword: string,
): { readonly frame: Frame | undefined } | undefined {
  if (!frame) return undefined;
  let outer = frame.outer;
  for (let steps = 0; outer && steps < nestingLimit; outer = outer.outer, steps++) {
    if (outer.keywords && keywordIn(outer.keywords, keyword)) return { frame: outer };
  }
  return keywordIn(language, keyword) ? { frame: undefined } : undefined;
}

function outerWithIndent(frame: Frame, indent: number): Frame | undefined {
  let outer = frame.outer;
  for (let steps = 0; outer && steps < nestingLimit; outer = outer.outer, steps++) {
    if (outer.indent === indent) return outer;
  }
  return undefined;
}

/** The width of the blanks before a token that begins its line; a tab counts as eight columns. */
function indentOf(text: string, token: IToken): number | undefined {
  let start = token.startOffset;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  if (start > 0 && text[start - 1] !== '\n') return undefined;
  let width = 0;
  for (let at = start; at < token.startOffset; at++) {
    width += text[at] === '\t' ? 8 - (width % 8) : 1;
  }
  return width;
}

/** A change and the brace that it inserts or takes away. */
interface BraceChange {
  readonly change: Change;
  readonly brace: IToken;
}

function withBrace(change: Change): BraceChange {
  if (change.kind === 'remove') return { change, brace: retype(change.token, StrayBrace) };
  const { at } = change;
  const none = Number.NaN;
  return {
    change,
    brace: createTokenInstance(MissingBrace, '', at, at - 1, none, none, none, none),
  };
}

function apply(tokens: readonly IToken[], changes: readonly BraceChange[]): readonly IToken[] {
  if (changes.length === 0) return tokens;
  const removed = new Map<number, IToken>();
  const inserted = new Map<number, IToken[]>();
  for (const { change, brace } of changes) {
    const here = inserted.get(change.index);
    if (change.kind === 'remove') removed.set(change.index, brace);
    else if (here) here.push(brace);
    else inserted.set(change.index, [brace]);
  }
  const result: IToken[] = [];
  for (let index = 0; index <= tokens.length; index++) {
    for (const brace of inserted.get(index) ?? []) result.push(brace);
    const token = removed.get(index) ?? tokens[index];
    if (token) result.push(token);
  }
  return result;
}

function retype(token: IToken, tokenType: TokenType): IToken {
  const { tokenTypeIdx } = tokenType;
  return tokenTypeIdx === undefined ? token : { ...token, tokenType, tokenTypeIdx };
}

function toProblem(source: SourceFile, change: Change): SyntaxProblem {
  if (change.kind === 'insert') {
    return {
      kind: 'unclosed-block',
      source,
      header: spanOf(change.frame.header),
      keyword: change.frame.keyword,
      belongs: change.at,
      reason: change.reason,
    };
  }
  return {
    kind: 'extra-brace',
    source,
    span: spanOf(change.token),
    within: change.frame?.keyword,
    next: change.next && { keyword: change.next.keyword, at: spanOf(change.next.token) },
  };
}
