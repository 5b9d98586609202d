import { isDisputed } from '../../cluster/disputed.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import type { Member } from '../../cluster/virtual-routers.ts';
import { locationOf } from '../../diagnostic.ts';
import { failoverOf } from '../../failover/analysis/cluster-failover.ts';
import { defineRule } from '../../rule.ts';
import { reversalOf } from '../failover/reversal.ts';
import { listed } from './listed-words.ts';
import { trackedBy, type TrackedThing } from './tracked-items.ts';

/**
 * keepalived/vrrp/vrrp_track.c: what fails on a node counts on that node alone. One that tracks nothing is
 * as good as ever, whatever has failed there.
 */
export const trackerMismatch = defineRule({
  id: 'tracker-mismatch',
  scope: 'cluster',
  severity: 'info',
  summary: 'A node does not track what other nodes of the virtual router track',
  check(cluster, { report, quote }) {
    for (const router of cluster.virtualRouters) {
      const { members } = router;
      if (members.length < 2) continue;
      const standing = members
        .filter((member) => !isDisputed(member, keywords))
        .map((member) => ({ member, things: trackedBy(member) }));
      const [fullest] = [...standing].sort((a, b) => b.things.length - a.things.length);
      if (!fullest) continue;
      for (const { member, things } of standing) {
        const missing = missingFrom(things, fullest.things);
        // With something of its own it may track the same by other means.
        if (missing.length === 0 || missingFrom(fullest.things, things).length > 0) continue;
        // Then it makes the wrong node master, which is another finding.
        const failover = failoverOf(cluster);
        const known = failover.routerOf(router);
        const reversal = known && reversalOf(failover, known);
        const isOnlyReversal = missing.every(({ name }) => name === reversal?.check.name);
        if (isOnlyReversal && member === reversal?.preferred.member.origin) continue;
        const others = standing
          .filter((each) => missingFrom(each.things, missing).length === 0)
          .map((each) => each.member);
        report({
          at: placeOf(member),
          message: `${quote(nameOf(member.instance))} does not track ${listed(
            missing.map(({ word }) => word),
            quote,
          )}, which is tracked on ${nodeNames(others)}`,
          notes: [
            'when the same fails here, this node is taken for healthy: it takes the addresses over, or keeps them',
          ],
          help: 'track the same on all nodes',
          related: missing
            .slice(0, 1)
            .map(({ word }) => ({ location: word, message: 'tracked here' })),
        });
      }
    }
  },
});

const keywords = ['track_script', 'track_file', 'track_process'];

function missingFrom(
  things: readonly TrackedThing[],
  wanted: readonly TrackedThing[],
): readonly TrackedThing[] {
  return wanted.filter(
    ({ identity, name, kind }) =>
      !things.some((own) => own.identity === identity || (own.kind === kind && own.name === name)),
  );
}

function placeOf({ instance }: Member): ReturnType<typeof locationOf> {
  return locationOf(instance.track_script ?? instance);
}
