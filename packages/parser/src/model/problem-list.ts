import { statementOf, type BindingProblem, type UnlistedProblems } from './problems.ts';

/** Nobody reads more; a text that is no configuration can have a problem in every word. */
const problemLimit = 10_000;

/** Problems in the order of the text, up to a limit. */
export interface ProblemList {
  readonly report: (problem: BindingProblem) => void;
  readonly listed: readonly BindingProblem[];
  readonly unlisted: () => UnlistedProblems | undefined;
}

export function createProblemList(): ProblemList {
  const listed: BindingProblem[] = [];
  let first: BindingProblem | undefined;
  let count = 0;
  return {
    report: (problem) => {
      if (listed.length < problemLimit) {
        listed.push(problem);
      } else {
        first ??= problem;
        count++;
      }
    },
    listed,
    unlisted: () => first && { at: placeOf(first), count, limit: problemLimit },
  };
}

function placeOf(problem: BindingProblem): UnlistedProblems['at'] {
  const statement = statementOf(problem);
  if (statement) return statement.keyword;
  const { source, span } = 'item' in problem ? problem.item : problem.statement;
  return { source, span };
}
