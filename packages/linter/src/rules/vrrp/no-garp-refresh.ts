import { nameOf } from '../../cluster/names.ts';
import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';

/** vrrp_state_master_tx() in keepalived/vrrp/vrrp.c */
export const noGarpRefresh = defineRule({
  id: 'no-garp-refresh',
  scope: 'config',
  severity: 'info',
  profile: 'strict',
  summary: 'A master announces its addresses only when it becomes master',
  check(node, { report, quote }) {
    const { config } = node;
    if (!isComplete(node)) return;
    const general = config.global_defs?.vrrp_garp_master_refresh?.value ?? 0;
    for (const instance of config.vrrp_instance ?? []) {
      if ((instance.garp_master_refresh?.value ?? general) > 0) continue;
      report({
        at: nameOf(instance),
        message: `${quote(nameOf(instance))} announces its addresses only when it becomes master`,
        notes: [
          'what a switch or a neighbour has learnt from another node, which was master for a moment, stays until it is forgotten',
        ],
        help: 'add `garp_master_refresh 60` to the instance, or `vrrp_garp_master_refresh 60` to global_defs',
      });
    }
  },
});
