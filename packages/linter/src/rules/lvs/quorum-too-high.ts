import type { VirtualServer } from '@kalint/parser';
import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';

/** validate_check_config() in keepalived/check/check_data.c */
export const quorumTooHigh = defineRule({
  id: 'quorum-too-high',
  scope: 'config',
  severity: 'warning',
  summary: 'A quorum is more than all real servers weigh, or no more than its hysteresis',
  check(node, { report }) {
    // Further servers may stand in a file that was not read.
    if (!isComplete(node)) return;
    for (const server of node.config.virtual_server ?? []) {
      const { quorum, hysteresis, real_server: servers } = server;
      if (!servers) continue;
      const sum = weightOf(server);
      const wanted = quorum?.value ?? 1;
      if (wanted > sum) {
        report({
          at: quorum?.statement.keyword ?? server.statements[0].keyword,
          message: `the quorum is ${wanted}, but all real servers together weigh ${sum}`,
          notes: [`keepalived reports that it exceeds the total weight, and takes ${sum}`],
          help: `write \`quorum ${sum}\` or less, or give the real servers more weight`,
        });
      }
      const reached = Math.min(wanted, sum);
      if (hysteresis && hysteresis.value >= reached) {
        report({
          at: hysteresis.statement.keyword,
          message: `the hysteresis is ${hysteresis.value}, and the quorum is ${reached}`,
          notes: [
            'a quorum could never be lost; keepalived reports it, and takes one less than the quorum',
          ],
          help: 'write a hysteresis below the quorum',
        });
      }
    }
  },
});

/** Each real server weighs what it says, else what the virtual server says, else 1. */
function weightOf({ weight, real_server: servers = [] }: VirtualServer): number {
  return servers.reduce((sum, server) => sum + (server.weight?.value ?? weight?.value ?? 1), 0);
}
