import { misspeltInclude as meantInclude } from '../../cluster/consequences.ts';
import { defineRule } from '../../rule.ts';
import { rewriting } from '../language/repair.ts';

/** lib/parser.c, is_include(): the word, at most one of the letters `rmwba`, a blank. */
export const misspeltInclude = defineRule({
  id: 'misspelt-include',
  scope: 'config',
  severity: 'error',
  summary: 'A line is nearly an include',
  check({ consequences }, { report, quote }) {
    for (const problem of consequences) {
      if (problem.kind !== 'unknown-keyword') continue;
      const { keyword, words } = problem.statement;
      const meant = meantInclude(keyword);
      if (meant === undefined) continue;
      const isComplete = words.length > 0;
      const isBare = meant === keyword.text;
      report({
        at: keyword,
        message:
          isBare && !isComplete
            ? `${quote(keyword)} names no file`
            : `${quote(keyword)} includes nothing`,
        notes: ['keepalived reports "Unknown keyword" and ignores the line'],
        help: isBare
          ? `write \`${meant} FILE\` on one line`
          : isComplete
            ? `did you mean \`${meant}\`?`
            : 'the forms are `include`, and `includer`, `includem`, `includew`, `includeb`, `includea` with checks',
        fix:
          isComplete && !isBare
            ? rewriting(keyword, 0, keyword.text.length, meant, `write \`${meant}\``)
            : undefined,
      });
    }
  },
});
