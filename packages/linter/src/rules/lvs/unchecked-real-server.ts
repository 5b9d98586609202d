import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import { checkedServersOf, isChecked } from './checkers.ts';
import { virtualServersOf, weightOf } from './servers.ts';

/** init_service_rs() in keepalived/check/ipwrapper.c: a server without checks is alive from the beginning. */
export const uncheckedRealServer = defineRule({
  id: 'unchecked-real-server',
  scope: 'config',
  severity: 'warning',
  summary: 'A real server has no health check, and others of its virtual server have one',
  check(node, { report }) {
    // The check may stand in a file that was not read.
    if (!isComplete(node)) return;
    for (const server of virtualServersOf(node)) {
      const [checked] = checkedServersOf(server);
      if (!checked) continue;
      for (const real of server.real_server ?? []) {
        if (isChecked(real) || weightOf(server, real) === 0) continue;
        report({
          at: real.statements[0].keyword,
          message: 'nothing checks whether this real server is alive',
          notes: ['keepalived sends it its share of the connections, whatever happens to it'],
          help: 'give it a check like the other real servers',
          related: [{ location: checked.statements[0].keyword, message: 'this one has a check' }],
        });
      }
    }
  },
});
