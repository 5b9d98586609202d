import type { Address, Config, VirtualServer, Word } from '@kalint/parser';
import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import { entriesOf } from './groups.ts';
import { heldAddressesOf } from './held-addresses.ts';
import { virtualServersOf } from './servers.ts';

/** Packets for an address that no interface has do not come to IPVS (ip_vs_remote_request4() of Linux). */
export const unheldVirtualServer = defineRule({
  id: 'unheld-virtual-server',
  scope: 'config',
  severity: 'warning',
  summary: 'No vrrp_instance holds the address of a virtual_server',
  check(node, { report, quote }, { nodes }) {
    // It may stand in a file that was not read.
    if (!isComplete(node)) return;
    // Somebody else gives the addresses then.
    if (!node.config.vrrp_instance || hasUnreadAddresses(node.config)) return;
    const held = heldAddressesOf([node, ...nodes]);
    for (const server of virtualServersOf(node)) {
      for (const { word, address } of addressesOf(server, node.config)) {
        if (held.has(address.key)) continue;
        report({
          at: word,
          message: `no vrrp_instance holds ${quote(word)}, the address of this virtual_server`,
          notes: [
            'when no node has the address, no packet for it arrives, unless it is set on `lo` or somewhere else outside of keepalived',
          ],
          help: 'add it to the virtual_ipaddress of an instance, or correct the address',
        });
      }
    }
  },
});

/** Whether a virtual address could not be read: it may be the one that is missing. */
function hasUnreadAddresses({ vrrp_instance: instances = [] }: Config): boolean {
  return instances
    .flatMap(({ virtual_ipaddress, virtual_ipaddress_excluded }) => [
      virtual_ipaddress,
      virtual_ipaddress_excluded,
    ])
    .some((list) => {
      const lines = list?.statements.flatMap(({ block }) => block?.items ?? []) ?? [];
      return lines.length > (list?.entries.length ?? 0);
    });
}

interface Served {
  readonly word: Word;
  readonly address: Address;
}

/** The single addresses that a virtual server is for; a range is rarely one of virtual addresses. */
function addressesOf({ header }: VirtualServer, config: Config): readonly Served[] {
  if (header.address) return [{ word: header.address.word, address: header.address.value }];
  if (!header.group) return [];
  return entriesOf(header.group.value, config).flatMap(({ word, value: { range } }) =>
    range && range.value.last === undefined && range.value.prefix === undefined
      ? [{ word, address: range.value.first }]
      : [],
  );
}
