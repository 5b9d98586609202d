import type { AddressLine, Entry, Word } from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';

/** The virtual addresses of the instances of some nodes, and where they stand. */
export function virtualAddressesOf(nodes: readonly Node[]): ReadonlyMap<string, Word> {
  const addresses = new Map<string, Word>();
  const add = ({ value, word }: Entry<AddressLine>): unknown =>
    addresses.set(value.address.value.key, word);
  for (const { config } of nodes) {
    for (const instance of config.vrrp_instance ?? []) {
      instance.virtual_ipaddress?.entries.forEach(add);
      instance.virtual_ipaddress_excluded?.entries.forEach(add);
    }
  }
  return addresses;
}

/** All addresses that keepalived gives to the nodes: the virtual ones and the static ones. */
export function heldAddressesOf(nodes: readonly Node[]): ReadonlySet<string> {
  const fixed = nodes.flatMap(({ config }) => config.static_ipaddress?.entries ?? []);
  return new Set([
    ...virtualAddressesOf(nodes).keys(),
    ...fixed.map(({ value }) => value.address.value.key),
  ]);
}
