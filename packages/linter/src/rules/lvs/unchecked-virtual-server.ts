import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import { checkedServersOf } from './checkers.ts';
import { virtualServersOf } from './servers.ts';

/** init_service_rs() in keepalived/check/ipwrapper.c: a server without checks is alive from the beginning. */
export const uncheckedVirtualServer = defineRule({
  id: 'unchecked-virtual-server',
  scope: 'config',
  severity: 'info',
  profile: 'strict',
  summary: 'No real server of a virtual_server has a health check',
  check(node, { report }) {
    // The checks may stand in a file that was not read.
    if (!isComplete(node)) return;
    for (const server of virtualServersOf(node)) {
      if (checkedServersOf(server).length > 0) continue;
      report({
        at: server.statements[0].keyword,
        message: 'no real server of this virtual_server has a health check',
        notes: ['keepalived sends each its share of the connections, whatever happens to it'],
        help: 'add a check such as TCP_CHECK to each real_server',
      });
    }
  },
});
