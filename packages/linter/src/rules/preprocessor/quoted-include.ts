import type { ExpandProblem, Location } from '@kalint/parser';
import { defineRule, type Finding } from '../../rule.ts';
import { named } from './problems.ts';

/** lib/parser.c, check_include() takes the rest of the line as it is. */
export const quotedInclude = defineRule({
  id: 'quoted-include',
  scope: 'preprocessor',
  severity: 'warning',
  summary: 'The file name of an include stands in quotes',
  check({ problems }, { report, quote }) {
    for (const problem of problems) {
      if (!('pattern' in problem) || !isQuotedInclude(problem)) continue;
      const { at, pattern } = problem;
      report({
        at,
        message: `no file is called ${quote(named(at, pattern))}: the quotes are part of the name`,
        notes: [
          'keepalived takes the rest of an include line as it is, reports the file as missing and goes on',
        ],
        help: 'remove the quotes',
        fix: withoutQuotes(at, pattern),
      });
    }
  },
});

const inQuotes = /^(["'])(.*)\1$/;

/** Whether the name of a file that is not read stands in quotes. */
export function isQuotedInclude(problem: ExpandProblem): boolean {
  switch (problem.kind) {
    case 'include-not-read':
    case 'include-without-match':
      return inQuotes.test(problem.pattern);
    case 'include-unreadable':
      return (
        inQuotes.test(problem.pattern) &&
        problem.refused.some(({ refusal }) => refusal.kind !== 'skipped')
      );
    default:
      return false;
  }
}

function withoutQuotes({ source, span }: Location, pattern: string): Finding['fix'] {
  const start = source.text.indexOf(pattern, span.start);
  const end = start + pattern.length;
  if (start === -1 || end > span.end) return undefined;
  return {
    title: 'remove the quotes',
    safety: 'safe',
    edits: [
      { source, span: { start, end: start + 1 }, text: '' },
      { source, span: { start: end - 1, end }, text: '' },
    ],
  };
}
