import type { Node } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import { lineRemoval } from '../line-edits.ts';
import { connectionChecksOf, type CheckName, type ConnectionSettings } from './checks.ts';
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
    const bound = boundChecksOf(node);
    if (bound.length === 0) return;
    const virtual = virtualAddressesOf([node, ...nodes]);
    for (const { name, bindto } of bound) {
      const at = bindto.words[0];
      const holder = virtual.get(bindto.value.key);
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
  },
});

interface BoundCheck {
  readonly name: CheckName;
  readonly bindto: NonNullable<ConnectionSettings['bindto']>;
}

/** The checks that say where they come from. */
function boundChecksOf(node: Node): readonly BoundCheck[] {
  const bound: BoundCheck[] = [];
  for (const { ha_suspend, real_server = [] } of virtualServersOf(node)) {
    // Then nothing is checked without the address of the virtual server.
    if (ha_suspend) continue;
    for (const real of real_server) {
      for (const { name, settings } of connectionChecksOf(real)) {
        if (settings.bindto) bound.push({ name, bindto: settings.bindto });
      }
    }
  }
  return bound;
}
