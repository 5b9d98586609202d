import { defineRule } from '../../rule.ts';

/** A comment that was needed once hides the next mistake of the same kind. */
export const unusedSuppression = defineRule({
  id: 'unused-suppression',
  scope: 'suppression',
  severity: 'warning',
  summary: 'A comment switches off a rule that finds nothing there',
  check({ unused }, { report, quote }) {
    for (const { rule, location } of unused) {
      report({
        at: location,
        message: `${quote({ ...location, text: rule })} finds nothing here that could be switched off`,
        notes: ['a comment that is left over hides the next mistake of this kind'],
        help: 'remove the comment, or the name of the rule from it',
      });
    }
  },
});
