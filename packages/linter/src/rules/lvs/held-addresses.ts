import type { Word } from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';

/** The virtual addresses of the instances of some nodes, and where they stand. */
export function virtualAddressesOf(nodes: readonly Node[]): ReadonlyMap<string, Word> {
  const instances = nodes.flatMap(({ config }) => config.vrrp_instance ?? []);
  const entries = instances.flatMap(({ virtual_ipaddress, virtual_ipaddress_excluded }) => [
    ...(virtual_ipaddress?.entries ?? []),
    ...(virtual_ipaddress_excluded?.entries ?? []),
  ]);
  return new Map(entries.map(({ value, word }) => [value.address.value.key, word]));
}

/** All addresses that keepalived gives to the nodes: the virtual ones and the static ones. */
export function heldAddressesOf(nodes: readonly Node[]): ReadonlySet<string> {
  const fixed = nodes.flatMap(({ config }) => config.static_ipaddress?.entries ?? []);
  return new Set([
    ...virtualAddressesOf(nodes).keys(),
    ...fixed.map(({ value }) => value.address.value.key),
  ]);
}
