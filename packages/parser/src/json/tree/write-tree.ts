import type {
  Block,
  Directive,
  Item,
  Statement,
  StrayBrace,
  SyntaxTree,
  Word,
} from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';
import { rangeOf } from '../place.ts';
import { mask, type FindSecrets } from '../secrets.ts';
import { withoutLineEnd } from './spelling.ts';
import type {
  BlockJson,
  DirectiveJson,
  ItemJson,
  StatementJson,
  StrayBraceJson,
  SyntaxTreeJson,
  WordJson,
} from './tree-json.ts';
import {
  atEnd,
  beforeClosingBrace,
  beforeItem,
  beforeOpeningBrace,
  betweenWords,
} from './usual-layout.ts';
import { secretBegins, shown, textOf, writePiece, writeTrivia, type Writer } from './writer.ts';

/** What the JSON form of a tree depends on besides the tree. */
export interface TreeJsonOptions {
  /** Finds what is replaced by asterisks. Without it everything is written, and text can be built. */
  readonly findSecrets?: FindSecrets;
}

/** The JSON form of a tree that `parse` has made; `buildText` makes the text of it again. */
export function treeToJson(
  tree: SyntaxTree,
  { findSecrets }: TreeJsonOptions = {},
): SyntaxTreeJson {
  const { source } = tree;
  const unread = tree.trivia.find(({ kind }) => kind === 'unread')?.span;
  const writer: Writer = {
    source,
    unterminated: unterminatedIn(tree),
    findSecrets,
    end: unread?.start ?? source.text.length,
    at: 0,
    hasMasked: false,
  };
  const items = writeItems(tree.items, 0, writer);
  const rest = writeRest(tree, unread, writer);
  return {
    format: 'kalint-syntax-tree',
    version: 1,
    file: source.path,
    ...(writer.hasMasked && { masked: true }),
    items,
    ...rest,
  };
}

/** What stands behind the items. */
function writeRest(
  { source, items }: SyntaxTree,
  unread: Span | undefined,
  writer: Writer,
): Pick<SyntaxTreeJson, 'end' | 'unread'> {
  const gap = { start: writer.at, end: writer.end };
  return {
    ...(textOf(source, gap) !== atEnd(items.at(-1)) && { end: writeTrivia(gap, writer) }),
    ...(unread && { unread: shown(textOf(source, unread), unread, writer) }),
  };
}

function unterminatedIn({ problems }: SyntaxTree): ReadonlySet<number> {
  const offsets = problems.flatMap((problem) =>
    problem.kind === 'unterminated-quote' ? [problem.span.start] : [],
  );
  return new Set(offsets);
}

function writeItems(items: readonly Item[], depth: number, writer: Writer): readonly ItemJson[] {
  return items.map((item, index) =>
    writeItem(item, depth, beforeItem(depth, items[index - 1]), writer),
  );
}

function writeItem(item: Item, depth: number, before: string, writer: Writer): ItemJson {
  switch (item.kind) {
    case 'statement':
      return writeStatement(item, depth, before, writer);
    case 'block':
      return writeBlock(item, depth, before, writer);
    case 'stray-brace':
      return writeStrayBrace(item, before, writer);
    default:
      return writeDirective(item, before, writer);
  }
}

function writeStatement(
  { keyword, words, block, span }: Statement,
  depth: number,
  before: string,
  writer: Writer,
): StatementJson {
  return {
    kind: 'statement',
    keyword: writeWord(keyword, before, writer),
    words: words.map((word) => writeWord(word, word.joined ? '' : betweenWords, writer)),
    ...(block && { block: writeBlock(block, depth, beforeOpeningBrace, writer) }),
    range: rangeOf(writer.source, span),
  };
}

function writeBlock(
  { open, items, close }: Block,
  depth: number,
  before: string,
  writer: Writer,
): BlockJson {
  const end = beforeClosingBrace(depth, items.at(-1));
  return {
    kind: 'block',
    open: isWritten(open) && writePiece(open, before, writer),
    items: writeItems(items, depth + 1, writer),
    close: isWritten(close) && writePiece(close, end, writer),
  };
}

function isWritten(brace: Span): boolean {
  return brace.end > brace.start;
}

function writeStrayBrace({ span }: StrayBrace, before: string, writer: Writer): StrayBraceJson {
  const text = textOf(writer.source, span) === '{' ? '{' : '}';
  return { kind: 'stray-brace', text, ...writePiece(span, before, writer) };
}

function writeDirective(
  { kind, span, text }: Directive,
  before: string,
  writer: Writer,
): DirectiveJson {
  const written = withoutLineEnd(text);
  const place = { start: span.start, end: span.start + written.length };
  return { kind, text: shown(written, place, writer), ...writePiece(place, before, writer) };
}

function writeWord({ text, quoted, joined, span }: Word, before: string, writer: Writer): WordJson {
  return {
    // Where in its text a secret begins cannot be told from the span: it may have quotes or escapes.
    text: secretBegins(span, writer) === undefined ? text : mask,
    ...(quoted && { quoting: writer.unterminated.has(span.start) ? 'unterminated' : 'double' }),
    ...(joined && { joined: true }),
    ...writePiece(span, before, writer),
  };
}
