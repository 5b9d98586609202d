import { familyOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';

/** alloc_vrrp_evip() in keepalived/vrrp/vrrp_data.c takes addresses of both families. */
export const excludedOtherFamily = defineRule({
  id: 'excluded-other-family',
  scope: 'config',
  severity: 'info',
  profile: 'strict',
  summary: 'Addresses of one family depend on advertisements of the other',
  check({ config }, { report, quote }) {
    for (const instance of config.vrrp_instance ?? []) {
      const family = familyOf(instance);
      const { virtual_ipaddress_excluded: excluded } = instance;
      const other = excluded?.entries.find(({ value }) => value.address.value.family !== family);
      if (!other) continue;
      const otherFamily = family === 4 ? 6 : 4;
      report({
        at: other.word,
        message: `IPv${otherFamily} addresses of ${quote(nameOf(instance))} move with an IPv${family} virtual router`,
        notes: [
          `the nodes hear each other by IPv${family} only: when IPv${otherFamily} fails between them and the network, the addresses stay where they are`,
        ],
        help: `make an instance of its own for IPv${otherFamily}, and put both into one vrrp_sync_group`,
      });
    }
  },
});
