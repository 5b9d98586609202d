import type { SyntaxTree } from '../syntax/tree.ts';

const reference = /\$[A-Za-z_{]/;

/** Whether a text means something else once the preprocessor has read it. */
export function usesPreprocessor({ source, tokens }: SyntaxTree): boolean {
  return tokens.some(({ kind, span }) => {
    switch (kind) {
      case 'definition':
      case 'condition':
      case 'sequence':
      case 'include':
        return true;
      case 'word':
        // With the character behind: a brace is a token of its own.
        return reference.test(source.text.slice(span.start, span.end + 1));
      default:
        return false;
    }
  });
}
