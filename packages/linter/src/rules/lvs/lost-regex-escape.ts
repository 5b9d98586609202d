import { defineRule } from '../../rule.ts';
import { resolved, withKeptEscapes } from './regex-escapes.ts';
import { urlsOf } from './url-settings.ts';

/** regex_handler() in keepalived/check/check_http.c, alloc_strvec_quoted_escaped() in lib/parser.c */
export const lostRegexEscape = defineRule({
  id: 'lost-regex-escape',
  scope: 'config',
  severity: 'warning',
  summary: 'A backslash of a regex does not reach PCRE2, because it is not doubled',
  check(node, { report, quote }) {
    for (const { regex } of urlsOf(node)) {
      const at = regex?.words[0];
      if (!at || withKeptEscapes(regex.value) === regex.value) continue;
      const { source, span } = at;
      report({
        at,
        message: `keepalived takes the single backslashes out of ${quote(at)}`,
        notes: [
          `it says nothing, and looks for ${quote({ ...at, text: resolved(regex.value) })} in the answer`,
        ],
        help: 'write two backslashes where one is meant',
        fix: {
          title: 'double the backslashes',
          safety: 'safe',
          edits: [{ source, span, text: withKeptEscapes(source.text.slice(span.start, span.end)) }],
        },
      });
    }
  },
});
