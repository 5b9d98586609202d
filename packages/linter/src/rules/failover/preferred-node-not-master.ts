import { nameOf } from '../../cluster/names.ts';
import { basePriorityOf } from '../../cluster/effective.ts';
import type { Fix } from '../../diagnostic.ts';
import { failoverOf, weightedRouters } from '../../failover/analysis/cluster-failover.ts';
import { contribution } from '../../failover/election/priority.ts';
import { defineRule } from '../../rule.ts';
import { counterexample } from './counterexample.ts';
import { reversalOf } from './reversal.ts';

/** vrrp_set_effective_priority() in keepalived/vrrp/vrrp_track.c: the election goes by priority and weights. */
export const preferredNodeNotMaster = defineRule({
  id: 'preferred-node-not-master',
  scope: 'cluster',
  severity: 'warning',
  summary: 'Weights make another node master than the one with the highest priority',
  check(cluster, { report, quote }) {
    for (const router of weightedRouters(cluster)) {
      const failover = failoverOf(cluster);
      const reversal = reversalOf(failover, router);
      if (!reversal) continue;
      const { preferred, winner, check, initial, onFailure, weight, edits } = reversal;
      const [top, other] = [preferred, winner].map(({ member: { origin } }) => ({
        ...basePriorityOf(origin.instance),
        node: origin.node.name,
      }));
      if (!top || !other) continue;
      const fix: Fix | undefined = edits && {
        title: `use weight ${weight}`,
        safety: 'unsafe',
        edits,
      };
      report({
        at: check.at,
        message: `${quote(nameOf(winner.member.origin.instance))} has priority ${other.value} here and ${top.value} on ${top.node}, but while everything works ${check.kind} ${quote(check.word)} adds ${contribution(check, true)}, and this node is master`,
        notes: [
          counterexample([], initial, quote),
          counterexample([{ fault: check.failure, word: check.word }], onFailure, quote),
          'a positive weight counts while the check works: the one that is written on a node alone, or that is larger there, lifts it above the others',
        ],
        help:
          weight === undefined
            ? 'use the same weights on all nodes, or negative ones, which count when something fails'
            : `with weight ${weight} ${top.node} is master while everything works`,
        related: [
          { location: top.at, message: `priority ${top.value} here` },
          { location: other.at, message: `priority ${other.value} here` },
        ],
        fix,
      });
    }
  },
});
