import { nameOf } from '../../cluster/names.ts';
import { locationOf, type Fix } from '../../diagnostic.ts';
import { failoverOf } from '../../failover/analysis/cluster-failover.ts';
import { defineRule } from '../../rule.ts';
import { lineRemoval } from '../line-edits.ts';
import { counterexample } from './counterexample.ts';
import { isMendedByTracking, splitsOf, type Split } from './split.ts';

/**
 * dont_track_primary (vrrp_complete_instance() in keepalived/vrrp/vrrp.c): an instance whose interface goes down
 * does not go to FAULT. A master that nobody hears stays master, and a backup that hears nobody becomes it.
 */
export const twoMastersAfterFault = defineRule({
  id: 'two-masters-after-fault',
  scope: 'cluster',
  severity: 'warning',
  summary: 'When one link goes down two nodes are master, with the address on another link',
  check(cluster, { report, quote }) {
    for (const router of cluster.virtualRouters) {
      if (router.members.every(({ instance }) => !instance.dont_track_primary)) continue;
      const failover = failoverOf(cluster);
      const known = failover.routerOf(router);
      const splits = known ? splitsOf(failover, known) : [];
      const [first, ...others] = splits;
      if (!first || !known) continue;
      const { member, setting, link, address, on, fault, outcome } = first;
      const { node, instance } = member.origin;
      report({
        at: locationOf(setting),
        message: `when ${quote(link)} goes down on ${node.name}, ${quote(nameOf(instance))} has two masters, and both hold ${quote(address)} on ${quote(on)}`,
        notes: [
          counterexample([{ fault, word: link }], outcome, quote),
          'with `dont_track_primary` the loss of the own interface is no fault: who is cut off stays or becomes master, as the other node does, which hears nothing either',
        ],
        help: 'remove it: the instance goes to FAULT then, and the other node alone has the address; where the link is a cable between the two nodes, whose loss both see, advertise on the link that has the addresses instead',
        related: others.map((each) => ({
          location: locationOf(each.setting),
          message: 'the same here',
        })),
        fix: isMendedByTracking(failover, known, splits) ? removalOf(splits) : undefined,
      });
    }
  },
});

function removalOf(splits: readonly Split[]): Fix {
  return {
    title: 'remove `dont_track_primary`',
    safety: 'unsafe',
    edits: splits.map(({ setting }) => lineRemoval(setting.statement)),
  };
}
