import { spanOf } from '../syntax/grammar.ts';
import { cutAt } from '../syntax/cut.ts';
import type { Lexed } from '../syntax/tokens.ts';
import type { SyntaxProblem } from '../syntax/tree.ts';
import type { SourceFile } from '../text/source-file.ts';
import { applyChanges } from './apply-changes.ts';
import { faultLimit } from './fault-limit.ts';
import { nestingLimit } from './nesting-limit.ts';
import { problemsOf } from './problems.ts';
import { searchChanges, type SearchResult } from './search.ts';

/*
 * keepalived counts braces and, when the count is wrong, says only that it is wrong. Where a missing
 * brace belongs, or which one is too many, can be told from a keyword that cannot stand where it
 * stands, from a keyword that needs a block, and from the indentation. This pass looks for the smallest
 * set of changes after which every line stands in a block that takes it.
 *
 * The search walks through the lines once and keeps the cheapest few ways to read them so far.
 */

export interface Placed extends Lexed {
  readonly problems: readonly SyntaxProblem[];
}

/** Makes every `{` have its `}`; what needs no change is returned as it is. */
export function placeBraces(source: SourceFile, written: Lexed): Placed {
  const { changes, end } = searchChanges(source.text, written.tokens);
  if (!end) return { ...applyChanges(written, changes), problems: problemsOf(source, changes) };
  const { index, token } = end.piece;
  const read = cutAt(source.text, written, token.startOffset);
  const limit = limitOf(source, end);
  // Of so many mistakes one is enough, and what is open where the reading ends is nobody's mistake.
  const known = changes.filter((change) => change.index < index);
  const problems = end.because === 'faults' ? [] : problemsOf(source, known);
  return { ...applyChanges(read, changes), problems: [...problems, limit] };
}

function limitOf(
  source: SourceFile,
  { piece, because }: NonNullable<SearchResult['end']>,
): SyntaxProblem {
  const token = piece.kind === 'line' ? (piece.brace ?? piece.token) : piece.token;
  const span = spanOf(token);
  return because === 'nesting'
    ? { kind: 'deep-nesting', source, span, limit: nestingLimit }
    : { kind: 'limit-exceeded', source, span, of: 'misplaced braces', limit: faultLimit };
}
