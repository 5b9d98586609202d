import { nameOf } from '../../cluster/names.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { blockageOf } from './blockage.ts';

/**
 * vrrp_state_backup() in keepalived/vrrp/vrrp.c: with nopreempt a backup accepts a master of any priority.
 * Two running 2.2.7 daemons: with nopreempt on the backup the address stayed on the node whose check had
 * failed, and without it the address moved.
 */
export const nopreemptBlocksFailover = defineRule({
  id: 'nopreempt-blocks-failover',
  scope: 'cluster',
  severity: 'error',
  summary:
    'A failing check lowers the priority of the master, and nopreempt keeps the backup from taking over',
  check({ virtualRouters }, { report, quote }) {
    for (const router of virtualRouters) {
      const blockage = blockageOf(router);
      const setting = blockage?.rival.instance.nopreempt;
      if (!blockage || !setting) continue;
      const { preferred, tracker, healthy, failed, rival, rivalPriority } = blockage;
      report({
        at: locationOf(setting),
        message: `when ${tracker.kind} ${quote(tracker.word)} fails on ${preferred.node.name}, its priority goes from ${healthy} to ${failed}, but \`nopreempt\` keeps ${quote(nameOf(rival.instance))} with ${rivalPriority} from taking over: the address does not move`,
        notes: [
          'a backup with nopreempt leaves a master in place, however low its priority has become',
          'the address moves only when the advertisements end: when keepalived stops there, or goes to FAULT',
        ],
        help: 'use weight 0, which puts the instance into FAULT when the check fails; or remove nopreempt here',
        related: [{ location: tracker.at, message: 'the weight' }],
      });
    }
  },
});
