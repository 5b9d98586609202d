import { nameOf } from '../../cluster/names.ts';
import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';

/** link_vsg_to_vs() in keepalived/check/ipwrapper.c: a group alone is no service. */
export const unusedServerGroup = defineRule({
  id: 'unused-server-group',
  scope: 'config',
  severity: 'warning',
  summary: 'A virtual_server_group belongs to no virtual_server',
  check(node, { report, quote }) {
    // It may be used in a file that was not read.
    if (!isComplete(node)) return;
    const { virtual_server: servers = [], virtual_server_group: groups = [] } = node.config;
    const used = new Set(servers.map(({ header }) => header.group?.value));
    // One of these may mean it.
    const defined = new Set(groups.map(({ header }) => header));
    if ([...used].some((name) => name !== undefined && !defined.has(name))) return;
    for (const group of groups) {
      if (used.has(group.header)) continue;
      report({
        at: group.statements[0].keyword,
        message: `no virtual_server is for the group ${quote(nameOf(group))}`,
        notes: ['nothing is served under its addresses and marks; keepalived says nothing'],
        help: 'add a `virtual_server group` with its name, or remove the block',
      });
    }
  },
});
