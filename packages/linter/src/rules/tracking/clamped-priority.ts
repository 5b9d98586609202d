import { addressOwnerPriority, basePriorityOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import {
  contribution,
  healthyPriority,
  priorityWithout,
} from '../../failover/election/priority.ts';
import { weightsOf } from '../../failover/analysis/weights.ts';
import { isAmongOthers } from './other-nodes.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

const highest = 254;

/** vrrp_set_effective_priority() in keepalived/vrrp/vrrp_track.c */
export const clampedPriority = defineRule({
  id: 'clamped-priority',
  scope: 'config',
  severity: 'warning',
  summary: 'Priority and weights add up to more than 254, and a failing check counts for less',
  check(node, { report, quote }, cluster) {
    const reported = new Set<number>();
    for (const instance of node.config.vrrp_instance ?? []) {
      const base = basePriorityOf(instance);
      // With other nodes to compare with, ineffective-weight tells whether it matters.
      if (base.value === addressOwnerPriority || isAmongOthers(instance, cluster)) continue;
      const trackers = weightsOf({ node, instance });
      if (trackers.length === 0) continue;
      const sum = trackers.reduce((total, each) => total + contribution(each, true), base.value);
      const rising = trackers.find((each) => contribution(each, true) > 0);
      if (sum <= highest || !rising || reported.has(rising.at.span.start)) continue;
      // Several instances may share the weight of a script.
      reported.add(rising.at.span.start);
      const healthy = healthyPriority(base.value, trackers);
      const failed = priorityWithout(base.value, trackers, rising);
      report({
        at: rising.at,
        message: `with all checks up, ${quote(nameOf(instance))} would have priority ${sum}, and ${highest} is the most there is`,
        notes: [
          healthy === failed
            ? `keepalived takes ${highest} and says nothing: when this check fails, the priority is still ${failed}`
            : `keepalived takes ${highest} and says nothing: when this check fails, the priority falls by ${healthy - failed} only`,
        ],
        help: `write a priority of at most ${highest} less the weights, or a negative weight`,
        related: [{ location: locationOf(base.at), message: 'the priority without the checks' }],
      });
    }
  },
});
