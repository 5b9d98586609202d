import type { BindingProblem, Statement, Word } from '@kalint/parser';

/** A problem about a value: where it stands. */
export type ValueProblem = Extract<BindingProblem, { readonly argument?: unknown }>;

/** The word that a value belongs to: an option of a line, or the keyword. */
export function subjectOf({
  argument,
  statement,
}: Pick<ValueProblem, 'argument'> & { readonly statement: Statement }): Word {
  return argument?.option ?? statement.keyword;
}
