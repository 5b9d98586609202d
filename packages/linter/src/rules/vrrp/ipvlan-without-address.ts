import { familyOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';

/** vrrp_complete_instance() in keepalived/vrrp/vrrp.c */
export const ipvlanWithoutAddress = defineRule({
  id: 'ipvlan-without-address',
  scope: 'config',
  severity: 'error',
  summary: 'An IPv4 instance on an ipvlan interface has no address there',
  check(node, { report, quote }) {
    if (!isComplete(node)) return;
    for (const instance of node.config.vrrp_instance ?? []) {
      const { use_ipvlan: ipvlan, interface: device } = instance;
      // Without an interface there is no ipvlan either.
      if (!ipvlan || !device || ipvlan.value?.address || familyOf(instance) !== 4) continue;
      report({
        at: ipvlan.statement.keyword,
        message: `use_ipvlan of ${quote(nameOf(instance))} has no address`,
        notes: [
          'keepalived reports "IPv4 ipvlan requires a source ip address to be configured", and the instance stays in the FAULT state',
        ],
        help: 'add an address of this host behind use_ipvlan: the advertisements come from it',
      });
    }
  },
});
