import type { BindingProblem, Statement, Weight, Word } from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';

type OutOfRange = Extract<BindingProblem, { readonly kind: 'out-of-range' }>;

/** Whether a weight is a number and yet none that keepalived allows. */
export function isExcessiveWeight(problem: BindingProblem): problem is OutOfRange {
  if (problem.kind !== 'out-of-range') return false;
  return (problem.argument?.option ?? problem.statement.keyword).text === 'weight';
}

const known = new WeakMap<Node, ReadonlyMap<Word, OutOfRange>>();

/** Such a weight on a line, as it is written; what keepalived does with it depends on where it stands. */
export function excessiveWeightOn(node: Node, line: Statement): Weight | undefined {
  const problems = known.get(node) ?? excessiveWeightsIn(node);
  known.set(node, problems);
  const problem = line.words.flatMap((word) => problems.get(word) ?? [])[0];
  if (!problem) return undefined;
  const reverse = line.words.some(({ text }) => text === 'reverse') || undefined;
  return { weight: Number(problem.word.text), reverse };
}

function excessiveWeightsIn({ problems }: Node): ReadonlyMap<Word, OutOfRange> {
  return new Map(problems.filter(isExcessiveWeight).map((problem) => [problem.word, problem]));
}
