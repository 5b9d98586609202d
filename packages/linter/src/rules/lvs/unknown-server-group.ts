import { nameOf } from '../../cluster/names.ts';
import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import { nearestName } from '../../suggest/nearest.ts';

/** link_vsg_to_vs() in keepalived/check/ipwrapper.c */
export const unknownServerGroup = defineRule({
  id: 'unknown-server-group',
  scope: 'config',
  severity: 'error',
  summary: 'A virtual_server names a virtual_server_group that is not defined',
  check(node, { report, quote }) {
    // It may be defined in a file that was not read.
    if (!isComplete(node)) return;
    const { virtual_server: servers = [], virtual_server_group: groups = [] } = node.config;
    const defined = new Map(groups.map((group) => [group.header, nameOf(group)]));
    const used = new Set(servers.map(({ header }) => header.group?.value));
    const free = [...defined.keys()].filter((name) => !used.has(name));
    for (const { header } of servers) {
      const at = header.group?.words[0];
      if (!header.group || !at || defined.has(header.group.value)) continue;
      if (header.group.value.includes('$')) continue;
      // Rather one that no other virtual server has.
      const near = nearestName(header.group.value, free);
      const [meant, ...others] =
        near.length > 0 ? near : nearestName(header.group.value, defined.keys());
      const name = meant === undefined ? undefined : defined.get(meant);
      report({
        at,
        message: `there is no virtual_server_group ${quote(at)}`,
        notes: [
          'keepalived removes the whole virtual_server, and says so in its log only ("specified but not configured")',
        ],
        help: name ? `did you mean ${quote(name)}?` : 'define the group, or correct the name',
        related: name ? [{ location: name, message: 'defined here' }] : [],
        fix:
          meant !== undefined && near.length > 0 && others.length === 0 && name
            ? {
                title: `write ${quote(name)}`,
                safety: 'safe',
                edits: [{ source: at.source, span: at.span, text: name.text }],
              }
            : undefined,
      });
    }
  },
});
