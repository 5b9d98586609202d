import { nameOf } from '../../cluster/names.ts';
import { locationOf, type Fix } from '../../diagnostic.ts';
import {
  effectIn,
  failoverOf,
  type ClusterFailover,
} from '../../failover/analysis/cluster-failover.ts';
import type { Contest } from '../../failover/election/contest.ts';
import { defineRule } from '../../rule.ts';
import { blockageOf } from './blockage.ts';
import type { Check } from './candidates.ts';
import { counterexample } from './counterexample.ts';
import { isWeightProved, weightEdits } from './repairs.ts';

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
  check(cluster, { report, quote }) {
    const seen = new Set<Contest>();
    for (const router of cluster.virtualRouters) {
      const blockage = blockageOf(cluster, router);
      const setting = blockage?.rival.instance.nopreempt;
      if (!blockage || !setting) continue;
      const failover = failoverOf(cluster);
      const index = failover.routerOf(router)?.index;
      if (index === undefined) continue;
      const election = failover.electionOf(index);
      // The instances of a sync group move together: what holds one of them holds all.
      if (seen.has(election.contest)) continue;
      seen.add(election.contest);
      const { preferred, check, healthy, failed, rival, rivalPriority } = blockage;
      const outcome = effectIn(election, [check.failure]);
      report({
        at: locationOf(setting),
        message: `when ${check.kind} ${quote(check.word)} fails on ${preferred.node.name}, its priority goes from ${healthy} to ${failed}, but \`nopreempt\` keeps ${quote(nameOf(rival.instance))} with ${rivalPriority} from taking over: the address does not move`,
        notes: [
          counterexample([{ fault: check.failure, word: check.word }], outcome, quote),
          'a backup with nopreempt leaves a master in place, however low its priority has become',
          'the address moves only when the advertisements end: when keepalived stops there, or goes to FAULT',
        ],
        help: 'use weight 0, which puts the instance into FAULT when the check fails; or remove nopreempt here',
        related: [{ location: check.at, message: 'the weight' }],
        fix: faultFix(failover, check),
      });
    }
  },
});

/** Nobody hears a node in FAULT, and nopreempt does not matter then. */
function faultFix(failover: ClusterFailover, { at, weight, failure }: Check): Fix | undefined {
  const edits = weightEdits([at], weight, 0);
  if (!edits || !isWeightProved(failover, [at], 0, failure)) return undefined;
  return { title: 'use weight 0', safety: 'unsafe', edits };
}
