import { defineRule } from '../../rule.ts';
import { lineRemoval } from '../line-edits.ts';
import { selectionOf, virtualServersOf } from './servers.ts';

/** validate_check_config() in keepalived/check/check_data.c */
export const onePacketScheduling = defineRule({
  id: 'one-packet-scheduling',
  scope: 'config',
  severity: 'error',
  summary: 'ops stands in a virtual_server whose protocol is not UDP',
  check(node, { report }) {
    for (const server of virtualServersOf(node)) {
      const { ops, protocol } = server;
      // Without a protocol it is UDP.
      if (!ops || !protocol || protocol.value === 'UDP') continue;
      if (!selectionOf(server, node.config)?.byAddress) continue;
      report({
        at: ops.statement.keyword,
        message: `\`ops\` has no effect on ${protocol.value}`,
        notes: [
          'packets of a connection belong to one server; keepalived ignores the line ("one packet scheduling requires UDP")',
        ],
        help: 'remove the line',
        related: [{ location: protocol.statement.keyword, message: 'the protocol' }],
        fix: {
          title: 'remove the line that keepalived ignores',
          safety: 'safe',
          edits: [lineRemoval(ops.statement)],
        },
      });
    }
  },
});
