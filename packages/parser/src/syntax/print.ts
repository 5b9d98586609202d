import type { SyntaxTree } from './tree.ts';

/**
 * The way back: the text of a tree. Equal to the text that was parsed, for every input; a test
 * asserts it. It reads the text from the pieces, so a piece that was lost shows as a gap.
 */
export function print(tree: SyntaxTree): string {
  const pieces = [...tree.tokens, ...tree.trivia].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
  return pieces.map(({ span }) => tree.source.text.slice(span.start, span.end)).join('');
}
