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

export interface NamedRule {
  readonly id: string;
  readonly location: Location;
}

export const directiveKinds = ['disable-next-line', 'disable-line', 'disable', 'enable'] as const;

export type DirectiveKind = (typeof directiveKinds)[number] | 'unknown';

/** `# kalint-disable-next-line RULE, RULE -- reason`; keepalived has `!` for comments, too. */
const pattern = /^[#!]+[ \t]*kalint-([\w-]*)(.*?)(?:[ \t]--(?:[ \t]+(.*?))?)?[ \t\r]*$/;

/** The directives of a file, in order. */
export function directivesIn(file: SyntaxTree): readonly Directive[] {
  const { source, trivia } = file;
  if (!source.text.includes('kalint-')) return [];
  return trivia
    .filter(({ kind }) => kind === 'comment')
    .flatMap(({ span }) => directiveIn({ source, span }, file) ?? []);
}

function directiveIn(comment: Location, file: SyntaxTree): Directive | undefined {
  const { source, span } = comment;
  const text = source.text.slice(span.start, span.end);
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, name = '', words = '', reason = ''] = match;
  const nameStart = span.start + text.indexOf('kalint-');
  const wordsStart = nameStart + 'kalint-'.length + name.length;
  const kind = directiveKinds.find((known) => known === name) ?? 'unknown';
  const within = (start: number, length: number): Location => ({
    source,
    span: { start, end: start + length },
  });
  return {
    kind,
    comment,
    name: within(nameStart, 'kalint-'.length + name.length),
    rules: [...words.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => ({
      id,
      location: within(wordsStart + index, id.length),
    })),
    reason,
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
