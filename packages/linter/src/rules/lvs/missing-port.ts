import { defineRule } from '../../rule.ts';
import { portsOf, virtualServersOf } from './servers.ts';

/** validate_check_config() in keepalived/check/check_data.c */
export const missingPort = defineRule({
  id: 'missing-port',
  scope: 'config',
  severity: 'warning',
  summary: 'A virtual_server has no port and is not persistent: keepalived makes it so',
  check(node, { report }) {
    for (const server of virtualServersOf(node)) {
      const { persistence_timeout: timeout, statements } = server;
      if (timeout || !portsOf(server, node.config).includes(0)) continue;
      const [{ keyword }] = statements;
      report({
        at: keyword,
        message: 'this virtual_server has an address without a port, and no persistence_timeout',
        notes: [
          'a service for all ports must send a client to one server for all of them: keepalived reports "zero port only valid for persistent services", and sets a persistence of 6 minutes',
        ],
        help: 'add the port behind the address, or `persistence_timeout`',
      });
    }
  },
});
