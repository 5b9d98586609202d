import { lineRemoval } from '../line-edits.ts';
import { mentions } from '../blocks/mentions.ts';
import { defineRule } from '../../rule.ts';
import { urlsOf } from './url-settings.ts';

/** url_check() in keepalived/check/check_http.c */
export const regexSettingWithoutRegex = defineRule({
  id: 'regex-setting-without-regex',
  scope: 'config',
  severity: 'warning',
  summary: 'A url says how a regex is to be used, and has none',
  check(node, { report }) {
    for (const url of urlsOf(node)) {
      const { regex_no_match, regex_min_offset, regex_max_offset } = url;
      const { regex_options = [], regex_stack = [], statements } = url;
      if (statements.some(({ block }) => mentions(block?.items ?? [], 'regex'))) continue;
      const settings = [
        ...[regex_no_match, regex_min_offset, regex_max_offset],
        ...regex_options,
        ...regex_stack,
      ];
      for (const setting of settings) {
        if (!setting) continue;
        const { statement } = setting;
        report({
          at: statement.keyword,
          message: `\`${statement.keyword.text}\` has no effect: this url has no \`regex\``,
          notes: [
            'keepalived says so in its log only ("regex parameters specified without regex"), and takes any answer with the right status',
          ],
          help: 'add `regex`, or remove the line',
          fix: {
            title: 'remove the line that keepalived ignores',
            safety: 'safe',
            edits: [lineRemoval(statement)],
          },
        });
      }
    }
  },
});
