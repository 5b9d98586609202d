import { compareReleases } from '@kalint/parser';
import { addressOwnerPriority, basePriorityOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { isComplete } from '../../cluster/node.ts';
import { isDisputed } from '../../cluster/disputed.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/** vrrp_complete_instance() in keepalived/vrrp/vrrp.c derives the priority from the state, since 2.0.0. */
export const implicitOwner = defineRule({
  id: 'implicit-owner',
  scope: 'config',
  severity: 'warning',
  summary: '`state MASTER` without a priority means priority 255',
  check(node, { report, quote, release }) {
    if (!isComplete(node) || compareReleases(release, '2.0.0') < 0) return;
    for (const instance of node.config.vrrp_instance ?? []) {
      const { state, priority } = instance;
      if (priority || state?.value !== 'MASTER') continue;
      if (basePriorityOf(instance).value !== addressOwnerPriority) continue;
      if (isDisputed({ node, instance }, ['priority'])) continue;
      report({
        at: locationOf(state),
        message: `${quote(nameOf(instance))} has no priority, and \`state MASTER\` gives it 255`,
        notes: [
          'that is the priority of a router that owns the address: it takes over at once, it always preempts, and no tracker changes it; keepalived does not say so',
        ],
        help: 'add `priority`, higher than those of the other nodes and at most 254; or `priority 255`, if that is meant',
      });
    }
  },
});
