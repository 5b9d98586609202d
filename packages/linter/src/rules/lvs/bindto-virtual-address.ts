import { defineRule } from '../../rule.ts';
import { lineRemoval } from '../line-edits.ts';
import { connectionChecksOf } from './checks.ts';
import { virtualAddressesOf } from './held-addresses.ts';
import { virtualServersOf } from './servers.ts';

/**
 * A check binds its socket to the address (socket_bind_connect() in keepalived/core/layer4.c), which the
 * kernel refuses on a host that does not have it.
 */
export const bindtoVirtualAddress = defineRule({
  id: 'bindto-virtual-address',
  scope: 'config',
  severity: 'warning',
  summary: 'A check comes from a virtual address, which only the master has',
  check(node, { report, quote }, { nodes }) {
    const virtual = virtualAddressesOf([node, ...nodes]);
    for (const server of virtualServersOf(node)) {
      // Then nothing is checked without the address of the virtual server.
      if (server.ha_suspend) continue;
      for (const { name, settings } of (server.real_server ?? []).flatMap(connectionChecksOf)) {
        const { bindto } = settings;
        const at = bindto?.words[0];
        const holder = bindto && virtual.get(bindto.value.key);
        if (!at || !holder) continue;
        report({
          at,
          message: `this ${name} comes from ${quote(at)}, a virtual address`,
          notes: [
            'a node that is not master does not have the address: its checks cannot be sent, and it holds all of these servers for dead, until the next checks after it has become master',
          ],
          help: 'bind to an address that the node always has, remove the line, or add `ha_suspend` to the virtual server',
          related: [{ location: holder, message: 'it is a virtual address here' }],
          fix: {
            title: 'let the kernel choose the address',
            safety: 'unsafe',
            edits: [lineRemoval(bindto.statement)],
          },
        });
      }
    }
  },
});
