import { positionAt, type Location, type SyntaxTree } from '@kalint/parser';

/**
 * A comment that switches rules off, or on again. It is a comment like any other: keepalived does not
 * read it.
 */
export interface Directive {
  readonly kind: DirectiveKind;
  /** The whole comment. */
  readonly comment: Location;
  /** As it is written: perhaps it is none of `directiveKinds`. */
  readonly name: Location;
  /** The rules that it names, each where it stands; they need not exist. */
  readonly rules: readonly NamedRule[];
  /** What stands behind `--`; empty when there is nothing. */
  readonly reason: string;
  /** The line (from 1) with which that begins about which it is. */
  readonly line: number;
}

/** A rule that a comment names. */
export interface NamedRule {
  readonly id: string;
  readonly location: Location;
}

/** What follows `kalint-`. */
export const directiveKinds = ['disable-next-line', 'disable-line', 'disable', 'enable'] as const;

/** `unread`: there are too many before it. */
export type DirectiveKind = (typeof directiveKinds)[number] | 'unknown' | 'unread';

/** Nobody switches off so many; each one costs time. */
const mostRules = 2000;

/** The directives of a file, in order; behind so many named rules a last one that is not read. */
export function directivesIn(file: SyntaxTree): readonly Directive[] {
  const { source } = file;
  // Most files have none, and to look at trivia means to make them.
  if (!source.text.includes('kalint-')) return [];
  const found: Directive[] = [];
  let rules = 0;
  for (const { kind, span } of file.trivia) {
    const directive = kind === 'comment' ? directiveIn({ source, span }, file) : undefined;
    if (!directive) continue;
    rules += Math.max(1, directive.rules.length);
    if (rules > mostRules) return [...found, { ...directive, kind: 'unread', rules: [] }];
    found.push(directive);
  }
  return found;
}

/**
 * `# kalint-disable-next-line RULE, RULE -- reason`; keepalived has `!` for comments, too. What begins with
 * `kalint-fmt-` is for the formatter (packages/parser/src/format/switches.ts).
 */
const beginning = /^[#!]+[ \t]*kalint-(?!fmt-(?:ignore|off|on)(?![\w-]))([\w-]*)/;

function directiveIn(comment: Location, file: SyntaxTree): Directive | undefined {
  const { source, span } = comment;
  const text = source.text.slice(span.start, span.end);
  const match = beginning.exec(text);
  if (!match) return undefined;
  const [{ length }, name = ''] = match;
  const dashes = text.slice(length).search(/[ \t]--(?:\s|$)/);
  const end = dashes === -1 ? text.length : length + dashes;
  const kind = directiveKinds.find((known) => known === name) ?? 'unknown';
  const within = (start: number, width: number): Location => ({
    source,
    span: { start: span.start + start, end: span.start + start + width },
  });
  const nameWidth = 'kalint-'.length + name.length;
  return {
    kind,
    comment,
    name: within(length - nameWidth, nameWidth),
    rules: Array.from(text.slice(length, end).matchAll(/[^\s,]+/g), ({ 0: id, index }) => ({
      id,
      location: within(length + index, id.length),
    })),
    reason: text.slice(end + ' --'.length).trim(),
    line: lineFor(kind, comment, file),
  };
}

function lineFor(kind: DirectiveKind, { source, span }: Location, file: SyntaxTree): number {
  const { line } = positionAt(source, span.start);
  return kind === 'disable-next-line' ? (lineWithWords(file, span.end) ?? line) : line;
}

/** The next line on which there is anything besides blanks and comments: directives may be stacked. */
function lineWithWords({ source, tokens }: SyntaxTree, offset: number): number | undefined {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  while (tokens[low]?.kind === 'newline') low++;
  const next = tokens[low];
  return next && positionAt(source, next.span.start).line;
}
