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
  routersWith,
  weightedRouters,
  type ClusterFailover,
  type Effect,
  type KnownRouter,
} from '../../failover/analysis/cluster-failover.ts';
import { defineRule } from '../../rule.ts';
import { candidatesOf, type Candidate, type Check } from './candidates.ts';
import { counterexample } from './counterexample.ts';

/**
 * `reverse` turns the sign of a weight (vrrp_script_weight() and its siblings in keepalived/vrrp/vrrp_track.c). A
 * script or a process can be one whose success is bad news; a link or a BFD session that is down never is good.
 */
export const failureBringsAddressBack = defineRule({
  id: 'failure-brings-address-back',
  scope: 'cluster',
  severity: 'warning',
  summary: 'A node that has lost the address gets it back when more fails on it',
  check(cluster, { report, quote }) {
    for (const router of weightedRouters(cluster)) {
      const failover = failoverOf(cluster);
      for (const { candidate, first, second, alone, both, fix } of returnsIn(failover, router)) {
        const { node, instance } = candidate.member.origin;
        report({
          at: second.at,
          message: `when ${first.kind} ${quote(first.word)} fails on ${node.name}, another node takes ${quote(nameOf(instance))} over, and when ${second.kind} ${quote(second.word)} fails too, the address comes back: \`reverse\` makes a failure raise the priority`,
          notes: [
            counterexample([nameFault(first)], alone, quote),
            counterexample([nameFault(first), nameFault(second)], both, quote),
          ],
          help: 'remove `reverse`: the two weights are to count in the same direction',
          related: [{ location: first.at, message: 'the other weight' }],
          fix,
        });
      }
    }
  },
});

function nameFault({ failure, word }: Check): { fault: Check['failure']; word: Check['word'] } {
  return { fault: failure, word };
}

interface Return {
  readonly candidate: Candidate;
  /** What moves the address away. */
  readonly first: Check;
  /** What brings it back. */
  readonly second: Check;
  readonly alone: Effect;
  readonly both: Effect;
  readonly fix: Fix | undefined;
}

/** One for each check that is written the wrong way round. */
function returnsIn(failover: ClusterFailover, router: KnownRouter): readonly Return[] {
  if (!hearEachOther(router)) return [];
  return candidatesOf(failover, router).flatMap((candidate) =>
    candidate.checks
      .filter(({ kind, reverse }) => reverse && (kind === 'interface' || kind === 'bfd'))
      .flatMap((second) => returnBy(failover, router, candidate, second) ?? []),
  );
}

function returnBy(
  failover: ClusterFailover,
  router: KnownRouter,
  candidate: Candidate,
  second: Check,
): Return | undefined {
  const election = failover.electionOf(router.index);
  const node = nodeNameOf(failover.model, candidate.member);
  if (initialIn(election).masters.join() !== node) return undefined;
  for (const first of candidate.checks) {
    if (first.reverse) continue;
    const alone = effectIn(election, [first.failure]);
    if (alone.verdict !== 'moved') continue;
    const both = effectIn(election, [first.failure, second.failure]);
    if (both.masters.join() !== node || both.candidates.length > 0) continue;
    const isMended = isMendedWithoutReverse(failover, router, first, second, node);
    return { candidate, first, second, alone, both, fix: isMended ? removalOf(second) : undefined };
  }
  return undefined;
}

function isMendedWithoutReverse(
  failover: ClusterFailover,
  { index }: KnownRouter,
  first: Check,
  second: Check,
  node: string,
): boolean {
  const routers = routersWith(failover, [second.at]);
  const electionOf = electionsAfter(failover.model, routers, (member) => ({
    ...member,
    trackers: member.trackers.map((each) =>
      each.at && isSameSite(each.at, second.at) ? { ...each, reverse: false } : each,
    ),
  }));
  const staysAway = effectIn(electionOf(index), [first.failure, second.failure]);
  return (
    !staysAway.masters.includes(node) &&
    routers.every((router) =>
      haveSameMasters(initialIn(failover.electionOf(router)), initialIn(electionOf(router))),
    )
  );
}

function removalOf({ at: { source, span } }: Check): Fix | undefined {
  const [word] = /^[ \t]+reverse\b/.exec(source.text.slice(span.end)) ?? [];
  if (word === undefined) return undefined;
  const edit = { source, span: { start: span.end, end: span.end + word.length }, text: '' };
  return { title: 'remove `reverse`', safety: 'unsafe', edits: [edit] };
}
