import { compareReleases, type Release, type Word } from '@kalint/parser';
import type { Fix } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { readVirtualServersOf } from './servers.ts';

/** The first release that looks. */
const since: Release = '2.1.4';

/**
 * dns_name_handler() in keepalived/check/check_dns.c. It takes the mark behind a first label of one letter
 * for an empty label, too.
 */
export const dnsCheckName = defineRule({
  id: 'dns-check-name',
  scope: 'config',
  severity: 'error',
  summary:
    'The name that a DNS_CHECK asks for has an empty label, or begins with one letter and a dot',
  check(node, { report, quote, release }) {
    if (compareReleases(release, since) < 0) return;
    const servers = readVirtualServersOf(node).flatMap(({ real_server = [] }) => real_server);
    for (const { name } of servers.flatMap(({ DNS_CHECK = [] }) => DNS_CHECK)) {
      const at = name?.words[0];
      if (!at || name.value === '.') continue;
      const isShort = name.value.charAt(1) === '.';
      if (!isShort && !name.value.startsWith('.') && !name.value.includes('..')) continue;
      const hasEmptyLabel = /^\.|\.\./.test(name.value);
      report({
        at,
        message: hasEmptyLabel
          ? `there is nothing between two dots of ${quote(at)}, or in front of the first one`
          : `keepalived does not take ${quote(at)}: its first label has one letter only`,
        notes: [
          'keepalived ignores the line ("has empty label"), and asks for the root of the DNS instead',
        ],
        help: hasEmptyLabel ? 'write the whole name' : 'ask for another name',
        fix: hasEmptyLabel ? withoutEmptyLabels(at) : undefined,
      });
    }
  },
});

function withoutEmptyLabels({ source, span, text }: Word): Fix | undefined {
  const whole = text.replace(/\.{2,}/g, '.').replace(/^\./, '');
  // What would be left is no better.
  if (!/^[^.]{2,}(?:\.|$)/.test(whole)) return undefined;
  return {
    title: 'remove the dots that separate nothing',
    safety: 'unsafe',
    edits: [{ source, span, text: whole }],
  };
}
