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
    for (const instance of config.vrrp_instance ?? []) {
      if (basePriorityOf(instance).value === addressOwnerPriority) continue;
      const own = ownAddressesOf(instance, config);
      for (const { entry } of virtualAddressesOf(instance)) {
        const use = own.get(entry.value.address.value.key);
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

function ownAddressesOf(
  { unicast_src_ip, mcast_src_ip, use_ipvlan }: VrrpInstance,
  { static_ipaddress }: Config,
): ReadonlyMap<string, Use> {
  const sources = [unicast_src_ip, mcast_src_ip].flatMap((setting) =>
    setting
      ? [
          [
            setting.value.key,
            { keyword: setting.statement.keyword.text, at: setting.statement.keyword },
          ] as const,
        ]
      : [],
  );
  const ipvlan = use_ipvlan?.value?.address;
  return new Map<string, Use>([
    ...(static_ipaddress?.entries ?? []).map(
      ({ value, word }) =>
        [value.address.value.key, { keyword: 'static_ipaddress', at: word }] as const,
    ),
    ...sources,
    ...(ipvlan ? [[ipvlan.value.key, { keyword: 'use_ipvlan', at: ipvlan.word }] as const] : []),
  ]);
}
