import type { AddressLine, Address } from '@kalint/parser';
import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';
import { networkOf } from './ipv4-network.ts';
import { virtualAddressesOf } from './virtual-addresses.ts';

/**
 * keepalived adds what is written, and so does the kernel. RFC 1122, section 3.2.1.3, says which
 * addresses are no host's; RFC 5798, section 5.2.9, that a virtual address is one.
 */
export const unusableAddress = defineRule({
  id: 'unusable-address',
  scope: 'config',
  severity: 'warning',
  summary: 'A virtual address is that of a network, a broadcast address, or no address of a host',
  check({ config }, { report, quote }) {
    for (const instance of config.vrrp_instance ?? []) {
      for (const { entry } of virtualAddressesOf(instance)) {
        const reason = reasonFor(entry.value);
        if (reason === undefined) continue;
        report({
          at: entry.word,
          message: `the virtual address ${quote(entry.word)} of ${quote(nameOf(instance))} ${reason}`,
          notes: [
            'keepalived takes it without a word, and so does the kernel; but other hosts do not use it as the address of a host',
          ],
          help: 'write an address of a host, and the length of its network behind the `/`',
        });
      }
    }
  },
});

function reasonFor({ address, broadcast }: AddressLine): string | undefined {
  const { value } = address;
  const special = specialOf(value);
  if (special !== undefined) return special;
  const network = networkOf(value);
  if (network?.address === network?.first && network) return 'is the address of its network';
  if (network?.address === network?.last && network)
    return 'is the broadcast address of its network';
  const own = broadcast?.value;
  const isBroadcast = typeof own === 'object' && own.key === value.key;
  return isBroadcast ? 'is its own broadcast address' : undefined;
}

function specialOf({ key, multicast, family }: Address): string | undefined {
  if (multicast) return 'is a multicast address';
  if (key === '0.0.0.0' || key === '0:0:0:0:0:0:0:0') return 'is the address of no host';
  if (key === '255.255.255.255') return 'is a broadcast address';
  const isLoopback = family === 4 ? key.startsWith('127.') : key === '0:0:0:0:0:0:0:1';
  return isLoopback ? 'is a loopback address' : undefined;
}
