import { defineRule } from '../../rule.ts';
import { interfaceOf, virtualAddressesOf } from './virtual-addresses.ts';

/** ip-address(8), label: what it adds itself must begin with the name of the interface. */
export const foreignLabel = defineRule({
  id: 'foreign-label',
  scope: 'config',
  severity: 'info',
  profile: 'strict',
  summary: 'The label of an address does not begin with the name of its interface',
  check({ config }, { report, quote }) {
    for (const instance of config.vrrp_instance ?? []) {
      // The interface of a VMAC has a name that keepalived chooses.
      if (instance.use_vmac || instance.use_vmac_addr || instance.use_ipvlan) continue;
      for (const address of virtualAddressesOf(instance)) {
        const { label, use_vmac } = address.entry.value;
        const device = interfaceOf(instance, address);
        const word = label?.words[0];
        if (!label || !word || device === undefined || use_vmac) continue;
        if (label.value.startsWith(device)) continue;
        report({
          at: word,
          message: `the label ${quote(word)} does not begin with the name of the interface`,
          notes: [
            'the kernel takes it, but ifconfig shows the address as an interface of that name, and `ip address add` would refuse the label',
          ],
          help: `write a label such as \`${`${device}:vip`.slice(0, 15)}\``,
        });
      }
    }
  },
});
