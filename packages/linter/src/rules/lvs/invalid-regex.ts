import { defineRule } from '../../rule.ts';
import { resolved, withKeptEscapes } from './regex-escapes.ts';
import { regexFaultIn } from './regex-fault.ts';
import { urlsOf } from './url-settings.ts';

/** prepare_regex() in keepalived/check/check_http.c */
export const invalidRegex = defineRule({
  id: 'invalid-regex',
  scope: 'config',
  severity: 'warning',
  summary: 'A regex has a bracket that is not closed, or nothing in front of a quantifier',
  check(node, { report }) {
    for (const { regex, regex_options = [] } of urlsOf(node)) {
      const at = regex?.words[0];
      // Then blanks and comments may stand in it.
      const isExtended = regex_options.some(({ value }) => value?.includes('extended'));
      if (!at || isExtended) continue;
      // Without lost backslashes it may be valid.
      const isComplete = withKeptEscapes(regex.value) === regex.value;
      const fault = isComplete ? regexFaultIn(resolved(regex.value)) : undefined;
      if (fault === undefined) continue;
      report({
        at,
        message: `this regular expression is not valid: ${fault}`,
        notes: [
          'keepalived says so in its log only ("Invalid regex"), and the check does not look at the text of the answer',
        ],
        help: 'correct it; two backslashes in front of a character take its meaning away',
      });
    }
  },
});
