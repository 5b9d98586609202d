import { compareReleases, type Release } from '@kalint/parser';
import { isComplete } from '../../cluster/node.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { lineRemoval } from '../line-edits.ts';

/** Before, the rules of both were made. */
const oneOfTwoSince: Release = '2.1.0';

/** vrrp_complete_init() in keepalived/vrrp/vrrp.c: what it says reaches only the log. */
export const ignoredFirewall = defineRule({
  id: 'ignored-firewall',
  scope: 'config',
  severity: 'warning',
  summary: 'vrrp_iptables beside nftables, or vrrp_ipsets without vrrp_iptables, has no effect',
  check(node, { report, release }) {
    const { vrrp_iptables: iptables, vrrp_ipsets: sets, nftables } = node.config.global_defs ?? {};
    if (!isComplete(node) || compareReleases(release, oneOfTwoSince) < 0) return;
    if (iptables && nftables) {
      report({
        at: iptables.statement.keyword,
        message: 'vrrp_iptables has no effect beside nftables',
        notes: [
          'keepalived logs "Both iptables and nftables have been specified - ignoring iptables"',
        ],
        help: 'remove one of the two',
        related: [{ location: locationOf(nftables), message: 'nftables is here' }],
        fix: {
          title: 'remove `vrrp_iptables`',
          safety: 'safe',
          edits: [lineRemoval(iptables.statement)],
        },
      });
    } else if (sets && sets.words.length > 0 && !iptables) {
      report({
        at: sets.statement.keyword,
        message: 'vrrp_ipsets has no effect without vrrp_iptables',
        notes: [
          'keepalived logs "vrrp_ipsets has been specified but not vrrp_iptables - vrrp_ipsets will be ignored"',
        ],
        help: 'add `vrrp_iptables`, or remove the line',
        fix: {
          title: 'remove `vrrp_ipsets`',
          safety: 'safe',
          edits: [lineRemoval(sets.statement)],
        },
      });
    }
  },
});
