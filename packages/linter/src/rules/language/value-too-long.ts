import { byteLength } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { isPlaceholder } from '../../suggest/placeholder.ts';
import { consequenceOf } from './consequence.ts';
import { problemsOf } from './problems.ts';
import { subjectOf } from './subject.ts';

/**
 * Names that the kernel knows have its limits: 15 bytes for an interface (IFNAMSIZ) and for a
 * process. `auth_pass` has a rule of its own.
 */
export const valueTooLong = defineRule({
  id: 'value-too-long',
  scope: 'config',
  severity: 'error',
  summary: 'A value is longer than its keyword takes',
  check(node, { report, quote }) {
    for (const problem of problemsOf(node, 'too-long')) {
      const { word, max, schema } = problem;
      if (schema.secret) continue;
      report({
        at: word,
        message: `${quote(subjectOf(problem))} takes at most ${max} bytes, and ${quote(word)} has ${byteLength(word.text)}`,
        notes: [consequenceOf(problem)],
        help: isPlaceholder(word) ? 'put the real value here' : undefined,
      });
    }
  },
});
