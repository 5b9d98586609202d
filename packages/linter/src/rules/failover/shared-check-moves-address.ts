import { nameOf } from '../../cluster/names.ts';
import type { Fix } from '../../diagnostic.ts';
import {
  effectIn,
  electionsAfter,
  failoverOf,
  haveSameMasters,
  hearEachOther,
  initialIn,
  isSameSite,
  nodeNameOf,
  outcomeOfAll,
  routersWith,
  weightAt,
  weightedRouters,
  type ClusterFailover,
  type KnownRouter,
} from '../../failover/analysis/cluster-failover.ts';
import type { Outcome } from '../../failover/model/outcome.ts';
import { defineRule } from '../../rule.ts';
import { counterexample } from './counterexample.ts';
import { weightEdits } from './repairs.ts';
import { sharedChecksOf, type SharedCheck } from './shared-checks.ts';

/**
 * vrrp_script_weight() in keepalived/vrrp/vrrp_track.c: what fails everywhere counts everywhere, on each node with
 * the weight that is written there.
 */
export const sharedCheckMovesAddress = defineRule({
  id: 'shared-check-moves-address',
  scope: 'cluster',
  severity: 'info',
  summary: 'What all nodes depend on fails, and the address moves to a node that is no better',
  check(cluster, { report, quote }) {
    for (const router of weightedRouters(cluster)) {
      const failover = failoverOf(cluster);
      for (const { checks, master, next, outcome } of movesIn(failover, router)) {
        report({
          at: master.at,
          message: `${quote(master.word)} asks something that all nodes share: when it fails everywhere, ${quote(nameOf(next.member.origin.instance))} moves to ${next.member.origin.node.name}, where the same check has failed`,
          notes: [
            counterexample(
              checks.map(({ failure, word }) => ({ fault: failure, word })),
              outcome,
              quote,
            ),
            `the weight is ${master.weight} here and ${next.weight} there: connections are lost, and nothing is gained`,
          ],
          help: 'write the same negative weight on all nodes: a node that is as bad as the others stays master',
          related: [{ location: next.at, message: 'the weight there' }],
          fix: fixOf(failover, router, checks, master),
        });
      }
    }
  },
});

interface Move {
  readonly checks: readonly SharedCheck[];
  /** The one of the node that is master while everything works, and of the one that is it afterwards. */
  readonly master: SharedCheck;
  readonly next: SharedCheck;
  readonly outcome: Outcome;
}

function movesIn(failover: ClusterFailover, router: KnownRouter): readonly Move[] {
  if (!hearEachOther(router)) return [];
  return sharedChecksOf(failover, router).flatMap((checks): readonly Move[] => {
    const election = failover.electionOf(router.index);
    const faults = checks.map(({ failure }) => failure);
    const outcome = outcomeOfAll(election, faults);
    const initial = initialIn(election);
    const [before, after] = [initial, outcome].map(({ masters, candidates }) =>
      masters.length === 1 && candidates.length === 0 ? masters[0] : undefined,
    );
    const checkOn = (name: string | undefined): SharedCheck | undefined =>
      checks.find(({ member }) => nodeNameOf(failover.model, member) === name);
    const [master, next] = [checkOn(before), checkOn(after)];
    return master && next && master !== next ? [{ checks, master, next, outcome }] : [];
  });
}

/** The master's weight for all. */
function fixOf(
  failover: ClusterFailover,
  { index }: KnownRouter,
  checks: readonly SharedCheck[],
  { weight, at, failure }: SharedCheck,
): Fix | undefined {
  const others = checks.filter((each) => each.weight !== weight && !isSameSite(each.at, at));
  const sites = others.map((each) => each.at);
  const edits = others.map((each) => weightEdits([each.at], each.weight, weight));
  const routers = routersWith(failover, sites);
  const before = initialIn(failover.electionOf(index));
  const election = electionsAfter(failover.model, routers, weightAt(sites, weight))(index);
  const isProved =
    weight !== 0 &&
    haveSameMasters(before, initialIn(election)) &&
    haveSameMasters(
      before,
      outcomeOfAll(
        election,
        checks.map((each) => each.failure),
      ),
    ) &&
    effectIn(election, [failure]).verdict === 'moved';
  const all = edits.flatMap((each) => each ?? []);
  return isProved && all.length > 0 && all.length === others.length
    ? { title: `use weight ${weight} on all nodes`, safety: 'unsafe', edits: all }
    : undefined;
}
