import type { VirtualServer } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { entriesOf, familiesOf } from './groups.ts';
import { methodOf, virtualServersOf } from './servers.ts';

/**
 * link_vsg_to_vs() in keepalived/check/ipwrapper.c. A virtual server of a group has the family that it says,
 * else that of its first server without a tunnel (rs_end_handler() in keepalived/check/check_parser.c).
 */
export const serverGroupFamily = defineRule({
  id: 'server-group-family',
  scope: 'config',
  severity: 'error',
  summary: 'A virtual_server is for another family than the addresses of its virtual_server_group',
  check(node, { report, quote }) {
    for (const server of virtualServersOf(node)) {
      const { group } = server.header;
      const at = group?.words[0];
      const family = familyOf(server);
      if (!group || !at || family === undefined) continue;
      const families = familiesOf(entriesOf(group.value, node.config));
      const other = family === 4 ? 6 : 4;
      if (!families.has(other)) continue;
      report({
        at,
        message: families.has(family)
          ? `the group ${quote(at)} is for IPv4 and IPv6, and the virtual_server for IPv${family} only`
          : `the group ${quote(at)} is for IPv${other}, and the virtual_server for IPv${family}`,
        notes: [
          'keepalived removes the whole virtual_server, and says so in its log only ("doesn\'t match virtual server")',
        ],
        help: families.has(family)
          ? 'make a group and a virtual_server for each family, or use tunnels only, and no ip_family'
          : 'use real servers, or a group, of the other family',
      });
    }
  },
});

function familyOf(server: VirtualServer): 4 | 6 | undefined {
  const { ip_family, real_server: servers = [] } = server;
  if (ip_family) return ip_family.value === 'inet6' ? 6 : 4;
  const first = servers.find(
    ({ lvs_method, statements: [statement] }) => methodOf(server, lvs_method, statement) !== 'TUN',
  );
  return first?.header.address.value.family;
}
