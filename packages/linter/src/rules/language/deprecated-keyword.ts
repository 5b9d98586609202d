import type { BindingProblem, DeprecatedKeyword } from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import { problemsOf } from './problems.ts';
import { renaming } from './rename.ts';

/**
 * The handlers of these keywords do their work and report that something else should be used
 * (core/global_parser.c, vrrp/vrrp_parser.c, check/check_http.c and others).
 */
export const deprecatedKeyword = defineRule({
  id: 'deprecated-keyword',
  scope: 'config',
  severity: 'warning',
  summary: 'A keyword still works, but has a successor',
  check(node, { report, quote }) {
    for (const problem of problemsOf(node, 'deprecated-keyword')) {
      const { statement, schema } = problem;
      const { deprecated } = schema;
      if (!deprecated || hasOtherProblem(node, problem)) continue;
      const use = deprecated.renamed ? `\`${deprecated.use}\`` : deprecated.use;
      report({
        at: statement.keyword,
        message: `${quote(statement.keyword)} is deprecated since keepalived ${deprecated.since}`,
        notes: ['a later release may no longer read it'],
        help: `use ${use}`,
        fix: deprecated.renamed ? renaming(node, statement, deprecated.use) : undefined,
      });
    }
    for (const { word, deprecated } of problemsOf(node, 'deprecated-option')) {
      report({
        at: word,
        message: `${quote(word)} is deprecated since keepalived ${deprecated.since}`,
        notes: ['keepalived reports it; a later release may no longer read it'],
        help: `use \`${deprecated.use}\``,
      });
    }
  },
});

function hasOtherProblem({ problems }: Node, { statement }: DeprecatedKeyword): boolean {
  return problems.some(
    (other) => other.kind !== 'deprecated-keyword' && isAbout(other, statement.keyword.span.start),
  );
}

function isAbout(problem: BindingProblem, start: number): boolean {
  const item = problem.kind === 'unexpected-block' ? problem.item : problem.statement;
  return item.span.start === start;
}
