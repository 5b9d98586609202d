import type { Argument, GlobalDefs, Word } from '@kalint/parser';
import { compareReleases, type Release } from '@kalint/parser';
import { defineRule } from '../../rule.ts';

/** Before, an empty name was taken as it is. */
const emptyReported: Release = '2.2.8';

/**
 * keepalived/core/global_parser.c, check_valid_iptables_ipset_nftables_name(), vrrp_iptables_handler() and
 * vrrp_ipsets_handler()
 */
export const invalidFirewallName = defineRule({
  id: 'invalid-firewall-name',
  scope: 'config',
  severity: 'error',
  summary: 'A chain, set or table of the firewall has an empty name, or that of another one',
  check({ config: { global_defs: global } }, { report, quote, release }) {
    if (!global) return;
    for (const { keyword, word } of emptyNames(global)) {
      const isReported = compareReleases(release, emptyReported) >= 0;
      report({
        at: word,
        severity: isReported ? undefined : 'warning',
        message: `\`${keyword}\` has an empty name`,
        notes: [
          isReported
            ? 'keepalived reports it and ignores the line'
            : 'keepalived says nothing, and cannot create what has no name',
        ],
        help: 'write a name, or leave it out for the usual one',
      });
    }
    for (const { keyword, first, second } of repeatedNames(global)) {
      report({
        at: second,
        // Of chains it speaks in the log only.
        severity: keyword === 'vrrp_ipsets' ? undefined : 'warning',
        message: `${quote(second)} stands twice behind \`${keyword}\``,
        notes: ['the names must differ: keepalived says so, and ignores the line'],
        help: 'give each its own name',
        related: [{ location: first, message: 'the first one' }],
      });
    }
  },
});

interface Named {
  readonly keyword: 'vrrp_iptables' | 'vrrp_ipsets' | 'nftables' | 'nftables_ipvs';
  readonly word: Word;
}

function emptyNames(global: GlobalDefs): readonly Named[] {
  return (['nftables', 'nftables_ipvs'] as const).flatMap((keyword) =>
    (global[keyword]?.words ?? [])
      .filter(({ text }) => text === '')
      .map((word) => ({ keyword, word })),
  );
}

interface Repeated {
  readonly keyword: Named['keyword'];
  readonly first: Word;
  readonly second: Word;
}

function repeatedNames({ vrrp_iptables: chains, vrrp_ipsets: sets }: GlobalDefs): Repeated[] {
  const lists = [
    { keyword: 'vrrp_iptables', names: [chains?.value?.input, chains?.value?.output] },
    { keyword: 'vrrp_ipsets', names: Object.values(sets?.value ?? {}) },
  ] as const;
  return lists.flatMap(({ keyword, names }) => {
    const first = new Map<string, Word>();
    return names.flatMap((name: Argument<string> | undefined): Repeated[] => {
      if (!name) return [];
      const known = first.get(name.value);
      if (known) return [{ keyword, first: known, second: name.word }];
      first.set(name.value, name.word);
      return [];
    });
  });
}
