import { compareReleases, type Release } from '@kalint/parser';
import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';
import { isMixed } from './groups.ts';

/** The first release in which a group can have both families. */
const since: Release = '2.1.0';

/** vsg_handler() in keepalived/check/check_parser.c */
export const mixedServerGroup = defineRule({
  id: 'mixed-server-group',
  scope: 'config',
  severity: 'error',
  summary:
    'A virtual_server_group has both families, and a firewall mark that does not say which it is for',
  check({ config }, { report, quote, release }) {
    if (compareReleases(release, since) < 0) return;
    for (const group of config.virtual_server_group ?? []) {
      if (!isMixed(group.entries)) continue;
      const open = group.entries.find(({ value }) => value.fwmark && !value.fwmark.value.family);
      report({
        at: open?.word ?? group.statements[0].keyword,
        message: `this mark of ${quote(nameOf(group))} says no family, and the group is for IPv4 and IPv6`,
        notes: [
          'keepalived removes the whole group ("cannot have IPv4, IPv6 and fwmark without family"), and with it every virtual_server of the group',
        ],
        help: 'write `inet` or `inet6` behind the mark, or make a group for each family',
      });
    }
  },
});
