import { defineRule } from '../../rule.ts';

/** Whoever reads it at night must know whether it still holds. */
export const suppressionWithoutReason = defineRule({
  id: 'suppression-without-reason',
  scope: 'suppression',
  severity: 'info',
  profile: 'strict',
  summary: 'A comment switches a rule off and does not say why',
  check({ directives }, { report }) {
    for (const { kind, name, reason, rules } of directives) {
      const switchesOff = kind.startsWith('disable') && rules.length > 0;
      if (!switchesOff || reason !== '') continue;
      report({
        at: name,
        message: 'this comment does not say why the rule is switched off',
        help: 'write the reason behind `--`, as `-- both nodes are equal on purpose`',
      });
    }
  },
});
