import type { BindingProblem } from '@kalint/parser';
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
    const found = problemsOf(node, 'deprecated-keyword');
    const others = found.length > 0 ? placesOfOthers(node) : new Set();
    for (const { statement, schema } of found) {
      const { deprecated } = schema;
      if (!deprecated || others.has(statement.keyword.span.start)) continue;
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

/** Where the statements begin that something else is wrong with. */
function placesOfOthers({ problems }: Node): ReadonlySet<number> {
  const others = problems.filter(({ kind }) => kind !== 'deprecated-keyword');
  return new Set(others.map(startOf));
}

function startOf(problem: BindingProblem): number {
  const item = problem.kind === 'unexpected-block' ? problem.item : problem.statement;
  return item.span.start;
}
