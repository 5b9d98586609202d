import { nodeNames } from '../../cluster/names.ts';
import { failoverOf, outcomeOfAll } from '../../failover/analysis/cluster-failover.ts';
import { defineRule } from '../../rule.ts';
import { counterexample } from '../failover/counterexample.ts';
import { sharedChecksOf } from '../failover/shared-checks.ts';

/**
 * vrrp/vrrp_track.c, process_script_update_priority(): a tracked script without a weight puts the instance
 * into FAULT. When it asks something that all nodes share, all are in FAULT together.
 */
export const sharedCheckFault = defineRule({
  id: 'shared-check-fault',
  scope: 'cluster',
  severity: 'info',
  profile: 'strict',
  summary: 'A check of something elsewhere, without a weight, puts all nodes into FAULT at once',
  check(cluster, { report, quote }) {
    const failover = failoverOf(cluster);
    for (const router of failover.routers) {
      for (const checks of sharedChecksOf(failover, router)) {
        const [first, ...others] = checks;
        if (!first || checks.some(({ weight }) => weight !== 0)) continue;
        const outcome = outcomeOfAll(
          failover.electionOf(router.index),
          checks.map(({ failure }) => failure),
        );
        if (outcome.masters.length + outcome.candidates.length > 0) continue;
        report({
          at: first.word,
          message: `${quote(first.word)} asks something that all nodes share: when it fails here, it fails on ${nodeNames(others.map(({ member }) => member.origin))} too`,
          notes: [
            counterexample(
              checks.map(({ failure, word }) => ({ fault: failure, word })),
              outcome,
              quote,
            ),
            'without a weight a failed check puts the instance into FAULT: nobody is master then, and the addresses are gone',
          ],
          help: 'give the check a negative weight: a node that is as bad as the others stays master',
        });
      }
    }
  },
});
