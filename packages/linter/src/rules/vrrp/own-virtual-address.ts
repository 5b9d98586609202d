import type { Config, Location, VrrpInstance } from '@kalint/parser';
import { addressOwnerPriority, basePriorityOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';
import { virtualAddressesOf } from './virtual-addresses.ts';

/**
 * Only the address owner has a virtual address of its own (RFC 5798, section 1.6), and has priority 255.
 * open_vrrp_read_socket() in keepalived/vrrp/vrrp.c binds to the source address of unicast; the kernel drops
 * what seems to come from an address of its own.
 */
export const ownVirtualAddress = defineRule({
  id: 'own-virtual-address',
  scope: 'config',
  severity: 'warning',
  summary: 'A virtual address is an address that this node has all the time',
  check({ config }, { report, quote }) {
    const fixed = staticAddressesOf(config);
    for (const instance of config.vrrp_instance ?? []) {
      if (basePriorityOf(instance).value === addressOwnerPriority) continue;
      const own = sourcesOf(instance);
      if (fixed.size === 0 && own.size === 0) continue;
      for (const { entry } of virtualAddressesOf(instance)) {
        const { key } = entry.value.address.value;
        const use = own.get(key) ?? fixed.get(key);
        if (!use) continue;
        report({
          at: entry.word,
          message: `the virtual address ${quote(entry.word)} of ${quote(nameOf(instance))} is in \`${use.keyword}\` too`,
          notes: [noteFor(use.keyword)],
          help:
            use.keyword === 'static_ipaddress'
              ? 'remove one of the two'
              : 'write an address that the node has all the time as its source',
          related: [{ location: use.at, message: 'here' }],
        });
      }
    }
  },
});

function noteFor(keyword: string): string {
  switch (keyword) {
    case 'static_ipaddress':
      return 'this node has the address all the time, master or not: two nodes then answer for it';
    case 'unicast_src_ip':
      return 'keepalived listens on this address only, which a backup does not have: it hears nothing, and becomes master too';
    default:
      return 'all nodes then send from one address: two masters take the advertisements of the other one for their own, and neither yields';
  }
}

interface Use {
  readonly keyword: string;
  readonly at: Location;
}

function staticAddressesOf({ static_ipaddress }: Config): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  for (const { value, word } of static_ipaddress?.entries ?? []) {
    uses.set(value.address.value.key, { keyword: 'static_ipaddress', at: word });
  }
  return uses;
}

/** The addresses from which an instance sends. */
function sourcesOf({
  unicast_src_ip,
  mcast_src_ip,
  use_ipvlan,
}: VrrpInstance): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  for (const setting of [unicast_src_ip, mcast_src_ip]) {
    const at = setting?.statement.keyword;
    if (setting && at) uses.set(setting.value.key, { keyword: at.text, at });
  }
  const ipvlan = use_ipvlan?.value?.address;
  if (ipvlan) uses.set(ipvlan.value.key, { keyword: 'use_ipvlan', at: ipvlan.word });
  return uses;
}
