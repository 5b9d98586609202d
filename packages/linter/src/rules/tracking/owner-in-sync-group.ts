import { addressOwnerPriority, basePriorityOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { locationOf } from '../../diagnostic.ts';
import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import { membersOf } from '../../cluster/sync-groups.ts';

/** vrrp_sync_set_group() in keepalived/vrrp/vrrp_sync.c: "This won't work." */
export const ownerInSyncGroup = defineRule({
  id: 'owner-in-sync-group',
  scope: 'config',
  severity: 'warning',
  summary: 'Some members of a sync group own their address (priority 255), and others do not',
  check(node, { report, quote }) {
    if (!isComplete(node)) return;
    for (const group of node.config.vrrp_sync_group ?? []) {
      const members = membersOf(node.config, group);
      const owner = members.find((each) => basePriorityOf(each).value === addressOwnerPriority);
      const other = members.find((each) => basePriorityOf(each).value !== addressOwnerPriority);
      if (!owner || !other) continue;
      // Only then keepalived sees it itself.
      const isReported =
        members.indexOf(owner) < members.indexOf(other) &&
        owner.state?.value === 'MASTER' &&
        other.state?.value === 'BACKUP';
      report({
        at: nameOf(group),
        severity: isReported ? 'error' : undefined,
        message: `of the members of ${quote(nameOf(group))}, ${quote(nameOf(owner))} has priority 255, and ${quote(nameOf(other))} does not`,
        notes: [
          'an owner of its address is master at once, and a sync group is master only when all its members are: the group waits for the others, or pulls the owner back',
          ...(isReported
            ? [
                'keepalived reports "has some member(s) as address owner and some not ... This won\'t work"',
              ]
            : []),
        ],
        help: 'give all members priority 255, or none',
        related: [{ location: locationOf(basePriorityOf(owner).at), message: 'the owner' }],
      });
    }
  },
});
