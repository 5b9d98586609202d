import { defineRule } from '../../rule.ts';
import { virtualServersOf } from './servers.ts';

/**
 * net/netfilter/ipvs/ip_vs_conn.c of Linux, ip_vs_check_template(): a persistent client stays on a server of
 * weight 0 unless net.ipv4.vs.expire_quiescent_template is set.
 */
export const inhibitWithPersistence = defineRule({
  id: 'inhibit-with-persistence',
  scope: 'config',
  severity: 'info',
  profile: 'strict',
  summary: 'A dead real server keeps its place with weight 0, and the virtual_server is persistent',
  check(node, { report }) {
    for (const { persistence_timeout, inhibit_on_failure, real_server } of virtualServersOf(node)) {
      if (!persistence_timeout) continue;
      const inhibits = [
        inhibit_on_failure,
        ...(real_server ?? []).map((real) => real.inhibit_on_failure),
      ];
      for (const inhibit of inhibits) {
        if (!inhibit?.value) continue;
        report({
          at: inhibit.statement.keyword,
          message: 'clients of a dead server are sent to it until their persistence ends',
          notes: [
            'keepalived gives it weight 0 instead of removing it, which is for new clients only: the kernel sends those that it remembers there still, unless `net.ipv4.vs.expire_quiescent_template` is 1',
          ],
          help: 'remove inhibit_on_failure, or set that sysctl on every node',
          related: [
            { location: persistence_timeout.statement.keyword, message: 'it is persistent here' },
          ],
        });
      }
    }
  },
});
