import {
  firstEndingAfter,
  statementOf,
  type BindingProblem,
  type SourceFile,
  type Span,
  type Statement,
} from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';

/**
 * Whether a statement stands in a block that keepalived skips as a whole: because there is one of the same
 * name, or because its header is wrong. That is reported, and nothing in the block is read.
 */
export function isInSkippedBlock(statement: Statement | undefined, node: Node): boolean {
  if (!statement) return false;
  const { start } = statement.span;
  const block = firstEndingAfter(skippedIn(node).get(statement.source) ?? [], start);
  return block !== undefined && block.start < start;
}

/** Whether a statement is such a block, or stands in one. */
export function isSkipped(statement: Statement, node: Node): boolean {
  const { start } = statement.span;
  const block = firstEndingAfter(skippedIn(node).get(statement.source) ?? [], start);
  return block !== undefined && block.start <= start;
}

type Spans = ReadonlyMap<SourceFile, readonly Span[]>;

const skippedBlocks = new WeakMap<Node, Spans>();

function skippedIn(node: Node): Spans {
  let spans = skippedBlocks.get(node);
  if (!spans) {
    const named = node.skipped.map(({ block }) => block);
    spans = outermost([...named, ...node.problems.flatMap(blockLostBy)]);
    skippedBlocks.set(node, spans);
  }
  return spans;
}

/** The spans of some blocks that lie in no other one of them, in order. */
function outermost(blocks: readonly Statement[]): Spans {
  const spans = new Map<SourceFile, Span[]>();
  for (const { source, span } of blocks.toSorted((a, b) => a.span.start - b.span.start)) {
    const known = spans.get(source);
    if (!known) spans.set(source, [span]);
    else if (span.start >= (known.at(-1)?.end ?? 0)) known.push(span);
  }
  return spans;
}

/** The block that keepalived skips because of a problem of its header. */
function blockLostBy(problem: BindingProblem): readonly Statement[] {
  const block = statementOf(problem);
  return block && isHeaderLost(problem, block) ? [block] : [];
}

function isHeaderLost(problem: BindingProblem, { block }: Statement): boolean {
  if (!block || !('schema' in problem) || !problem.schema.keywords) return false;
  switch (problem.kind) {
    case 'invalid-value':
    case 'out-of-range':
    case 'not-one-of':
      return (
        problem.schema.instead === undefined &&
        problem.argument?.schema.loss === undefined &&
        problem.word.span.start < block.span.start
      );
    case 'missing-value':
      return problem.onMissing === 'ignores';
    case 'extra-words':
      return problem.schema.extraWords === 'drop';
    default:
      return false;
  }
}
