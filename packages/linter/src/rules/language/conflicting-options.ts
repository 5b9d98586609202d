import type { FamilyMismatch } from '@kalint/parser';
import { location, type Diagnostic } from '../../diagnostic.ts';
import { defineRule, type RuleContext } from '../../rule.ts';
import { problemsOf } from './problems.ts';
import type { ValueProblem } from './subject.ts';

/**
 * alloc_ipaddress() in vrrp/vrrp_ipaddress.c, alloc_route() in vrrp/vrrp_iproute.c ("Cannot mix IPv4 and
 * IPv6 addresses for route") and alloc_rule() in vrrp/vrrp_iprule.c ("Cannot specify more than one of").
 */
export const conflictingOptions = defineRule({
  id: 'conflicting-options',
  scope: 'config',
  severity: 'error',
  summary: 'Two words of a line do not go together',
  check(node, { report, quote }) {
    for (const problem of problemsOf(node, 'conflicting-options')) {
      const { word, other, isLost } = problem;
      report({
        at: word,
        message: `${quote(word)} does not go together with ${quote(other)}`,
        notes: [`keepalived reports it and ignores ${isLost ? 'the line' : 'one of them'}`],
        help: 'delete the one that is not meant',
        related: [relatedTo(other, 'the other one is here')],
      });
    }
    for (const problem of problemsOf(node, 'duplicate-option')) {
      const { word, first } = problem;
      report({
        at: word,
        message: `${quote(word)} stands behind another one: a line has one of its kind`,
        notes: [noteFor(problem)],
        help: 'delete the one that is not meant',
        related: [relatedTo(first, 'the first one is here')],
      });
    }
    for (const problem of problemsOf(node, 'family-mismatch')) {
      report({
        at: problem.word,
        message: mismatch(problem, quote),
        notes: [noteFor(problem)],
        help:
          problem.family === undefined
            ? `write ${quote(problem.word)} before the addresses`
            : 'a line is for IPv4 or for IPv6, and not for both',
        related: [relatedTo(problem.other, 'this decides on the family of the line')],
      });
    }
  },
});

function mismatch({ word, family, other }: FamilyMismatch, quote: RuleContext['quote']): string {
  return family === undefined
    ? `${quote(word)} stands behind ${quote(other)}, and must stand before any address`
    : `${quote(word)} is for IPv${family}, and ${quote(other)} is for IPv${family === 4 ? 6 : 4}`;
}

function noteFor({ argument }: ValueProblem): string {
  return argument?.schema.loss === undefined
    ? 'keepalived reports it and ignores the line'
    : 'keepalived reports it and ignores the option';
}

function relatedTo(
  { source, span }: FamilyMismatch['other'],
  message: string,
): NonNullable<Diagnostic['related']>[number] {
  return { location: location(source, span), message };
}
