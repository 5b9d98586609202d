import type { SyntaxTree, Token } from '../syntax/tree.ts';
import { codeOfWords, commentBehind, withBrace, type Code } from './code-row.ts';
import { columnAfter } from './columns.ts';
import { freedomOf } from './freedom.ts';
import type { Row } from './row.ts';
import { switchedOff } from './switches.ts';
import { codeOf, commentOf, nestingOf, writtenLines, type WrittenLine } from './written-lines.ts';

/** The rows of a file whose braces pair up: a statement is one, a `}` is one, a `{` ends one. */
export function rowsOf(tree: SyntaxTree): readonly Row[] {
  const lines = writtenLines(tree);
  const off = switchedOff(lines);
  const layout: Layout = { rows: [], depth: 0, header: undefined, isNamed: false };
  for (const [index, line] of lines.entries()) {
    const freedom = off.has(index) ? 'none' : freedomOf(line);
    if (freedom === 'none') addKept(line, layout);
    else if (line.tokens.length === 0) addWithoutCode(line, layout);
    else if (freedom === 'whole' || isNamed(line, layout)) addWhole(line, layout);
    else addParts(line, layout);
    if (line.tokens.length > 0) layout.isNamed = false;
  }
  return layout.rows;
}

/** The rows so far, and what the next ones depend on. */
interface Layout {
  readonly rows: Row[];
  /** The number of blocks that are open. */
  depth: number;
  /** The index of the row behind which a `{` may be put; only blank rows follow it. */
  header: number | undefined;
  /** The comment before is about the next line. */
  isNamed: boolean;
}

/** Whether a comment counts for what stands on the line, which must not become several ones then. */
function isNamed(line: WrittenLine, layout: Layout): boolean {
  return layout.isNamed || isAboutLine.test(commentOf(line));
}

/** See packages/linter/src/suppression/directives.ts. */
const isAboutLine = /^[#!]+[ \t]*kalint-disable-line(?![\w-])/;
const isAboutNextLine = /^[#!]+[ \t]*kalint-disable-next-line(?![\w-])/;

function addKept(line: WrittenLine, layout: Layout): void {
  for (const text of line.text.split('\n')) {
    layout.rows.push({ kind: 'kept', text: withoutReturns(text) });
  }
  layout.header = undefined;
  enter(layout, nestingOf(line));
}

function enter(layout: Layout, nesting: number): void {
  layout.depth = Math.max(0, layout.depth + nesting);
}

function withoutReturns(text: string): string {
  return text.replace(/\r+$/, '');
}

/** A blank line or a comment. */
function addWithoutCode(line: WrittenLine, layout: Layout): void {
  const { rows, depth } = layout;
  const text = commentOf(line);
  if (text === '') {
    rows.push({ kind: 'blank' });
    return;
  }
  const column = columnAfter(codeOf(line));
  rows.push({
    ...{ kind: 'laid-out', depth, head: '', rest: undefined },
    comment: { text, gap: 0, column },
    written: withoutReturns(line.text),
  });
  layout.header = undefined;
  layout.isNamed ||= isAboutNextLine.test(text);
}

function addWhole(line: WrittenLine, layout: Layout): void {
  const [first = '', ...others] = line.text.split('\n');
  const isOne = others.length === 0;
  const text = isOne ? codeOf(line) : first;
  const code: Code = { head: text.replace(/^[ \t]+|[ \t\r]+$/g, ''), rest: undefined };
  const inner = line.tokens.findIndex(({ kind }) => kind !== 'right-brace');
  const closed = inner === -1 ? line.tokens.length : inner;
  layout.rows.push({
    ...{ kind: 'laid-out', depth: Math.max(0, layout.depth - closed), ...code },
    comment: isOne ? commentBehind(line, code) : undefined,
    written: withoutReturns(first),
  });
  // What a backslash adds to a definition.
  for (const other of others) layout.rows.push({ kind: 'kept', text: withoutReturns(other) });
  layout.header = undefined;
  enter(layout, nestingOf(line));
}

/** Each part on a row of its own, but a `{`, which goes behind the words before it. */
function addParts(line: WrittenLine, layout: Layout): void {
  const { rows } = layout;
  const parts = partsOf(line.tokens);
  for (const part of parts) {
    if (part === '{') {
      if (!putBehindHeader(layout)) addCode({ head: '{', rest: undefined }, layout);
      enter(layout, 1);
    } else if (part === '}') {
      enter(layout, -1);
      addCode({ head: '}', rest: undefined }, layout);
    } else {
      addCode(codeOfWords(line, part), layout);
      layout.header = rows.length - 1;
    }
  }
  const last = rows.at(-1);
  if (last?.kind !== 'laid-out') return;
  const comment = commentBehind(line, last);
  if (comment && last.comment) {
    // A `{` was put behind a line with a comment, and has one itself.
    rows.push({ ...last, head: '', rest: undefined, comment, depth: layout.depth });
  } else {
    const [first, second] = parts;
    const isRow = first !== '{' && (parts.length === 1 || (parts.length === 2 && second === '{'));
    const written = isRow ? withoutReturns(line.text) : undefined;
    rows[rows.length - 1] = { ...last, written, comment: last.comment ?? comment };
  }
}

/** Words that stand together, and single braces. */
function partsOf(tokens: readonly Token[]): readonly (readonly Token[] | '{' | '}')[] {
  const parts: (Token[] | '{' | '}')[] = [];
  for (const token of tokens) {
    const last = parts.at(-1);
    if (token.kind === 'left-brace') parts.push('{');
    else if (token.kind === 'right-brace') parts.push('}');
    else if (Array.isArray(last)) last.push(token);
    else parts.push([token]);
  }
  return parts;
}

function addCode(code: Code, layout: Layout): void {
  const { rows, depth } = layout;
  rows.push({ kind: 'laid-out', depth, ...code, comment: undefined, written: undefined });
  layout.header = undefined;
}

/** Puts a `{` behind the words before it, whatever blank lines there are between; false when there are none. */
function putBehindHeader(layout: Layout): boolean {
  const { rows, header } = layout;
  const row = header === undefined ? undefined : rows[header];
  if (header === undefined || row?.kind !== 'laid-out') return false;
  rows.splice(header, rows.length - header, { ...row, ...withBrace(row), written: undefined });
  layout.header = undefined;
  return true;
}
