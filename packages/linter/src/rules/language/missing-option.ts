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
        severity: isChosen(problem) ? 'warning' : undefined,
        message: messageFor(problem, quote),
        notes: [`keepalived reports it and ${consequenceOf(problem)}`],
        help: `add ${choiceOf(problem)}`,
      });
    }
  },
});

/** Whether keepalived goes on with a line as a whole, and only warns. */
function isChosen({ isLost, neededBy }: MissingOption): boolean {
  return !isLost && neededBy === 'line';
}

function consequenceOf(problem: MissingOption): string {
  if (problem.isLost) return 'ignores the line';
  if (!isChosen(problem)) return 'goes on without what it needs';
  return problem.expected.some((each) => each.startsWith('preference'))
    ? 'chooses one: 16384 for the first such rule, one less for each that follows'
    : 'does not notice when the route is lost';
}

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
  const isChoice = expected.length > 1;
  // Of several the names are enough.
  return listed(
    expected.map((each) => `\`${isChoice ? (each.split(' ', 1)[0] ?? each) : each}\``),
    8,
  );
}
