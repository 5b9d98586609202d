import { nameOf } from '../../cluster/names.ts';
import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import { memberNamesOf } from '../../cluster/sync-groups.ts';

/** vrrp_sync_set_group() in keepalived/vrrp/vrrp_sync.c */
export const loneGroupMember = defineRule({
  id: 'lone-group-member',
  scope: 'config',
  severity: 'warning',
  summary: 'A vrrp_sync_group has one instance only',
  check(node, { report, quote }) {
    if (!isComplete(node)) return;
    for (const group of node.config.vrrp_sync_group ?? []) {
      const [member, ...others] = memberNamesOf(group);
      if (!member || others.length > 0) continue;
      report({
        at: nameOf(group),
        message: `the sync group ${quote(nameOf(group))} has one instance only`,
        notes: [
          'instances of a sync group change state together; keepalived reports "has only 1 virtual router(s) - this probably isn\'t what you want"',
        ],
        help: 'add the other instances to the group, or remove it',
      });
    }
  },
});
