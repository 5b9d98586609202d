import type { VrrpInstance } from '@kalint/parser';
import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';
import {
  interfaceOf,
  isOnVmac,
  virtualAddressesOf,
  type VirtualAddress,
} from './virtual-addresses.ts';

/**
 * keepalived does not look for it: vip_is_duplicate() in keepalived/vrrp/vrrp_data.c compares within one
 * instance. An instance that leaves the master state takes the address away, whoever else wants it.
 */
export const addressInTwoInstances = defineRule({
  id: 'address-in-two-instances',
  scope: 'config',
  severity: 'warning',
  summary: 'Two instances have the same virtual address',
  check({ config }, { report, quote }) {
    const { vrrp_instance: instances = [] } = config;
    if (instances.length < 2) return;
    const holders = new Map<string, Holder>();
    for (const instance of instances) {
      for (const address of virtualAddressesOf(instance)) {
        if (isOnVmac(instance, address)) continue;
        const { word, value } = address.entry;
        const key = `${value.address.value.key} ${interfaceOf(instance, address) ?? ''}`;
        const first = holders.get(key);
        if (!first) holders.set(key, { instance, address });
        else if (first.instance !== instance) {
          report({
            at: word,
            message: `${quote(nameOf(instance))} has the virtual address ${quote(word)} of ${quote(nameOf(first.instance))}`,
            notes: [
              'whichever of the two stops being master takes the address away from the other one; keepalived does not say so',
            ],
            help: 'leave the address to one of them',
            related: [{ location: first.address.entry.word, message: 'the other one' }],
          });
        }
      }
    }
  },
});

interface Holder {
  readonly instance: VrrpInstance;
  readonly address: VirtualAddress;
}
