import type { ExpandProblem, Location, Origin, SourceFile } from '@kalint/parser';
import { wordsOf } from '../../cluster/consequences.ts';
import type { Node } from '../../cluster/node.ts';
import type { Preprocessed } from '../../cluster/preprocessed.ts';
import type { FileEdit } from '../../diagnostic.ts';
import type { Quotable } from '../../rule.ts';

/** The preprocessor's problems of one kind. */
export function expandProblemsOf<K extends ExpandProblem['kind']>(
  { problems }: Preprocessed,
  kind: K,
): readonly Extract<ExpandProblem, { kind: K }>[] {
  return problems.filter(
    (problem): problem is Extract<ExpandProblem, { kind: K }> => problem.kind === kind,
  );
}

/** A text that stands for what is at a place, to be quoted. */
export function named(at: Origin, text: string): Quotable {
  return { source: at.source, span: at.span, via: at.via, text };
}

/** Whether keepalived objects to what the problem leaves in the text. */
export function isRejected({ at }: ExpandProblem, node: Node): boolean {
  const known = rejectedIn.get(node) ?? offsetsOfRejected(node);
  rejectedIn.set(node, known);
  return known.get(at.source)?.has(at.span.start) ?? false;
}

/** The offsets of the characters in words that keepalived objects to, by file. */
type Offsets = ReadonlyMap<SourceFile, ReadonlySet<number>>;

const rejectedIn = new WeakMap<Node, Offsets>();

/** What keepalived reads of a line. */
const longestWord = 1022;

function offsetsOfRejected({ consequences }: Node): Offsets {
  const offsets = new Map<SourceFile, Set<number>>();
  for (const consequence of consequences) {
    for (const { source, span } of wordsOf(consequence)) {
      const known = offsets.get(source) ?? new Set();
      offsets.set(source, known);
      const end = Math.min(span.end, span.start + longestWord);
      for (let at = span.start; at < end; at++) known.add(at);
    }
  }
  return offsets;
}

/** Where a text stands as it is, of all places that led to a problem; the nearest first. */
export function writtenAs(at: Origin, text: string): Location | undefined {
  return [at, ...at.via].find(({ source, span }) => source.text.startsWith(text, span.start));
}

/** Puts a text in place of a part of a file. */
export function replacing(
  { source, span }: Location,
  from: number,
  to: number,
  text: string,
): FileEdit {
  return { source, span: { start: span.start + from, end: span.start + to }, text };
}
