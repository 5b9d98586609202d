import type { Item, SyntaxProblem, SyntaxTree } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';

/** Why it is not certain what belongs together in a file. */
export interface Doubt {
  readonly kind:
    | SyntaxProblem['kind']
    /** A `{` with no keyword before it: mostly that of a template. */
    | 'unnamed-block'
    /** The braces pair up, but not as the indentation says. */
    | 'contradicting-indentation';
  /** Where in the file; undefined when it is about the whole of it. */
  readonly at: Span | undefined;
}

/**
 * Words, blanks, comments and line ends of a file that is laid out: more would take too much memory. The largest
 * configurations that are known have 150,000.
 */
const mostPieces = 500_000;

/** The first reason to leave a file alone. */
export function doubtAbout(tree: SyntaxTree): Doubt | undefined {
  const { items, problems, source } = tree;
  for (const problem of problems) {
    if (problem.kind === 'byte-order-mark') continue;
    const at = 'header' in problem ? problem.header : problem.span;
    return { kind: problem.kind, at };
  }
  // No piece is empty.
  if (source.text.length > mostPieces && tree.tokens.length + tree.trivia.length > mostPieces)
    return { kind: 'limit-exceeded', at: undefined };
  // Where files were put together. It counts at the beginning only, and must not come to stand there.
  const mark = source.text.indexOf('\uFEFF', 1);
  if (mark !== -1) return { kind: 'byte-order-mark', at: { start: mark, end: mark + 1 } };
  const at = unnamedBlock(items, source.text);
  return at && { kind: 'unnamed-block', at };
}

function unnamedBlock(items: readonly Item[], text: string): Span | undefined {
  for (const item of items) {
    const block = item.kind === 'statement' ? item.block : item.kind === 'block' ? item : undefined;
    if (!block) continue;
    const isNamed = item.kind === 'statement' || endsReference(text, block.open.start);
    const found = isNamed ? unnamedBlock(block.items, text) : block.open;
    if (found) return found;
  }
  return undefined;
}

const longestReference = 200;

/** Whether a reference stands before a brace: `vrrp_instance ${NAME} {`, whose own braces look like a block. */
function endsReference(text: string, brace: number): boolean {
  return /\$\{[^{}\n]*\}\s*$/.test(text.slice(Math.max(0, brace - longestReference), brace));
}
