import type { VrrpInstance } from '@kalint/parser';
import { basePriorityOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { weightsOf } from '../../failover/analysis/weights.ts';
import { isAmongOthers } from './other-nodes.ts';
import { defineRule } from '../../rule.ts';

/**
 * vrrp_state_backup() in keepalived/vrrp/vrrp.c: with nopreempt a backup takes any advertisement as a
 * sign that the master lives, however low its priority has become.
 */
export const weightWithNopreempt = defineRule({
  id: 'weight-with-nopreempt',
  scope: 'config',
  severity: 'warning',
  summary: 'A weight lowers the priority, and nopreempt keeps the other node from taking over',
  check(node, { report, quote }, cluster) {
    for (const instance of node.config.vrrp_instance ?? []) {
      const { nopreempt } = instance;
      if (!nopreempt || isCleared(instance) || isAmongOthers(instance, cluster)) continue;
      const [tracker] = weightsOf({ node, instance });
      if (!tracker) continue;
      report({
        at: nopreempt.statement.keyword,
        message: `${quote(nameOf(instance))} has \`nopreempt\` and a weight: no check makes such a node take over`,
        notes: [
          'a weight only changes the priority that the master advertises, and a backup with `nopreempt` takes a lower priority as it takes any: the address stays where it is',
          'it moves only when advertisements end: when keepalived stops, or the master goes to FAULT',
        ],
        help: 'write weight 0, so that a failed check means FAULT; or leave `nopreempt` out on the nodes that are to take over',
        related: [{ location: tracker.at, message: 'the weight' }],
      });
    }
  },
});

/** vrrp_complete_instance() removes nopreempt then, and says so: nopreempt-with-master. */
function isCleared(instance: VrrpInstance): boolean {
  return instance.state?.value === 'MASTER' || basePriorityOf(instance).value === 255;
}
