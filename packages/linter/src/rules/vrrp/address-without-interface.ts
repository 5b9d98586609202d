import { nameOf } from '../../cluster/names.ts';
import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import { unicastSettingOf } from './unicast-settings.ts';
import { interfaceOf, virtualAddressesOf } from './virtual-addresses.ts';

/** vrrp_complete_instance() in keepalived/vrrp/vrrp.c removes what it cannot put anywhere. */
export const addressWithoutInterface = defineRule({
  id: 'address-without-interface',
  scope: 'config',
  severity: 'error',
  summary: 'A virtual address has no interface',
  check(node, { report, quote }) {
    if (!isComplete(node)) return;
    for (const instance of node.config.vrrp_instance ?? []) {
      // Without unicast it is the instance that needs an interface.
      if (instance.interface || !unicastSettingOf(instance)) continue;
      for (const address of virtualAddressesOf(instance)) {
        if (interfaceOf(instance, address) !== undefined) continue;
        report({
          at: address.entry.word,
          message: `a virtual address of ${quote(nameOf(instance))} has no interface`,
          notes: ['keepalived reports "no interface for vip ... - removing": nobody gets it'],
          help: 'add `dev` and the interface behind the address, or `interface` to the instance',
        });
      }
    }
  },
});
