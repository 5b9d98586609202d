import type { GlobalDefs, Word } from '@kalint/parser';
import type { Fix } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/** format_email_addr() in keepalived/core/global_data.c; it says so in the log only. */
export const emailAddress = defineRule({
  id: 'email-address',
  scope: 'config',
  severity: 'warning',
  summary: 'An e-mail address ends in `>` and has no `<`',
  check({ config }, { report, quote }) {
    for (const word of addressesIn(config.global_defs)) {
      if (!word.text.endsWith('>') || word.text.includes('<')) continue;
      report({
        at: word,
        message: `${quote(word)} ends in \`>\` and has no \`<\``,
        notes: ['keepalived logs that it is invalid, and sends it to the mail relay as it is'],
        help: 'write the address alone, or `"NAME <ADDRESS>"`',
        fix: withoutMark(word),
      });
    }
  },
});

/** Where nothing but an address stands in front of the mark. */
function withoutMark({ source, span, text, quoted }: Word): Fix | undefined {
  if (quoted || !/^[^\s<>@]+@[^\s<>@]+>$/.test(text)) return undefined;
  const edits = [{ source, span: { start: span.end - 1, end: span.end }, text: '' }];
  return { title: 'remove the `>`', safety: 'safe', edits };
}

function addressesIn(global: GlobalDefs | undefined): readonly Word[] {
  return [
    ...(global?.notification_email_from?.words ?? []),
    ...(global?.notification_email?.entries ?? []).map(({ word }) => word),
  ];
}
