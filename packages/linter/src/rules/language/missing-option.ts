import type { MissingOption } from '@kalint/parser';
import { defineRule, type RuleContext } from '../../rule.ts';
import { problemsOf } from './problems.ts';
import { listed } from './vocabulary.ts';

/**
 * alloc_route() in vrrp/vrrp_iproute.c and alloc_rule() in vrrp/vrrp_iprule.c look, when they have read
 * a line, for what it must have; svr_forwarding_handler() in check/check_parser.c does so too.
 */
export const missingOption = defineRule({
  id: 'missing-option',
  scope: 'config',
  severity: 'error',
  summary: 'A line, or an option of it, needs another option',
  check(node, { report, quote }) {
    for (const problem of problemsOf(node, 'missing-option')) {
      report({
        at: problem.word,
        message: messageFor(problem, quote),
        notes: [
          problem.isLost
            ? 'keepalived reports it and ignores the line'
            : 'keepalived reports it and goes on without what it needs',
        ],
        help: `add ${choiceOf(problem)}`,
      });
    }
  },
});

function messageFor(
  { neededBy, word, expected, statement, argument }: MissingOption,
  quote: RuleContext['quote'],
): string {
  const owner = argument?.option ?? statement.keyword;
  const [only, rival] = expected;
  const what = rival === undefined ? `\`${only}\`` : 'one of the options that it needs';
  if (neededBy === 'option') return `${quote(word)} stands without ${what}`;
  return statement.block && !argument
    ? `this line of ${quote(owner)} stands without ${what}`
    : `${quote(owner)} stands without ${what}`;
}

function choiceOf({ expected }: MissingOption): string {
  return listed(
    expected.map((each) => `\`${each}\``),
    8,
  );
}
