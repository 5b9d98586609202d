import { partIn, type Locate } from '../text/origin.ts';
import type { BraceReason, SyntaxProblem } from '../syntax/tree.ts';
import type { SourceFile } from '../text/source-file.ts';
import type { Expansion } from './expand.ts';

/** The problems of an expanded text put where they were written. */
export function relocateProblems(
  problems: readonly SyntaxProblem[],
  { locate, complete }: Expansion,
): readonly SyntaxProblem[] {
  // The blocks of an expansion that was cut short are not closed, and nobody's mistake.
  const mistakes = complete ? problems : problems.filter(({ kind }) => kind !== 'unclosed-block');
  return mistakes.map((problem) => relocateProblem(problem, locate));
}

function relocateProblem(problem: SyntaxProblem, locate: Locate): SyntaxProblem {
  switch (problem.kind) {
    case 'unclosed-block': {
      const { source, span: header } = locate(problem.header);
      const belongs = partIn(source, locate({ start: problem.belongs, end: problem.belongs }));
      const reason = relocateReason(problem.reason, source, locate);
      const displaced = problem.displaced && partIn(source, locate(problem.displaced));
      return { ...problem, source, header, belongs: belongs.start, reason, displaced };
    }
    case 'unopened-block': {
      const { source, span: header } = locate(problem.header);
      const placeOf = (offset: number): number =>
        partIn(source, locate({ start: offset, end: offset })).start;
      const belongs = placeOf(problem.belongs);
      const closes = problem.closes === undefined ? undefined : placeOf(problem.closes);
      const displaced = problem.displaced && partIn(source, locate(problem.displaced));
      return { ...problem, source, header, belongs, closes, displaced };
    }
    case 'extra-brace': {
      const { source, span } = locate(problem.span);
      const { next } = problem;
      const following = next && { ...next, at: partIn(source, locate(next.at)) };
      return { ...problem, source, span, next: following };
    }
    case 'unterminated-quote':
    case 'deep-nesting':
    case 'limit-exceeded':
    case 'byte-order-mark': {
      const { source, span } = locate(problem.span);
      return { ...problem, source, span };
    }
  }
}

function relocateReason(reason: BraceReason, source: SourceFile, locate: Locate): BraceReason {
  if (reason.kind === 'end-of-file') return reason;
  return { ...reason, at: partIn(source, locate(reason.at)) };
}
