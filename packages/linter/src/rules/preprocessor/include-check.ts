import { defineRule } from '../../rule.ts';
import { includeChecks, includeCheckStatements } from './include-checks.ts';

/** lib/parser.c, include_check_set() */
export const includeCheck = defineRule({
  id: 'include-check',
  scope: 'syntax',
  severity: 'error',
  summary: 'A second check of include_check has no sign and is ignored',
  check(tree, { report, quote }) {
    for (const { words } of includeCheckStatements(tree)) {
      for (const word of words.slice(1)) {
        if (!includeChecks.some((each) => each === word.text)) continue;
        report({
          at: word,
          message: `${quote(word)} is ignored: only the first check may stand without a sign`,
          notes: ['keepalived reports "Duplicate include_check" and ignores the word'],
          help: `write \`+${word.text}\``,
        });
      }
    }
  },
});
