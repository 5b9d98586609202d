import type { BindingProblem, Statement, Word } from '@kalint/parser';
import type { RuleContext } from '../../rule.ts';

/** A problem about a value: where it stands. */
export type ValueProblem = Extract<BindingProblem, { readonly argument?: unknown }>;

/** The word that a value belongs to: an option of a line, one around it, or the keyword. */
export function subjectOf({
  argument,
  statement,
}: Pick<ValueProblem, 'argument'> & { readonly statement: Statement }): Word {
  return argument?.option ?? argument?.within ?? statement.keyword;
}

/** The subject in a sentence; a port is none of the other words behind the keyword. */
export function describeSubject(
  problem: Parameters<typeof subjectOf>[0],
  quote: RuleContext['quote'],
): string {
  const { argument } = problem;
  const isPort = argument?.name === 'port' && argument.option === undefined;
  return `${isPort ? 'the port of ' : ''}${quote(subjectOf(problem))}`;
}
