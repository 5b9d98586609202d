import type { Cluster } from '../../cluster/cluster.ts';
import { nameOf } from '../../cluster/names.ts';
import { groupOf } from '../../cluster/sync-groups.ts';
import type { Fix } from '../../diagnostic.ts';
import {
  effectIn,
  electionsAfter,
  failoverOf,
  hearEachOther,
  weightedRouters,
  type ClusterFailover,
  type Effect,
  type Election,
  type KnownMember,
  type KnownRouter,
} from '../../failover/analysis/cluster-failover.ts';
import type { Contest } from '../../failover/election/contest.ts';
import { formatFault, type Fault } from '../../failover/model/faults.ts';
import { defineRule } from '../../rule.ts';
import { candidatesOf, priorityOn, type Candidate, type Check } from './candidates.ts';
import { counterexample } from './counterexample.ts';
import { ineffectiveChecks } from './ineffective-weight.ts';
import { isWeightProved, weightEdits } from './repairs.ts';

/**
 * vrrp_sync_can_goto_master() in keepalived/vrrp/vrrp_sync.c: a group becomes master only when all of its
 * instances would, so that one that has lost nothing holds the others.
 */
export const syncGroupPullsApart = defineRule({
  id: 'sync-group-pulls-apart',
  scope: 'cluster',
  severity: 'error',
  summary:
    'A failing check lowers one instance of a sync group, and the others keep the addresses in place',
  check(cluster, { report, quote }) {
    for (const pull of pullsIn(cluster)) {
      const { candidate, check, holder, outcome, fix } = pull;
      const { node, instance } = candidate.member.origin;
      report({
        at: check.at,
        message: `when ${check.kind} ${quote(check.word)} fails on ${node.name}, only ${quote(nameOf(instance))} gives way, and ${quote(nameOf(holder.origin.instance))} of the same sync group does not: the addresses do not move`,
        notes: [
          counterexample([{ fault: check.failure, word: check.word }], outcome, quote),
          'a sync group becomes master only when all its instances would, and this weight counts for some of them',
        ],
        help: 'track it in the vrrp_sync_group, where it counts for all instances, or use weight 0, which puts the whole group into FAULT',
        related: [{ location: nameOf(holder.origin.instance), message: 'the instance that stays' }],
        fix,
      });
    }
  },
});

interface Pull {
  readonly candidate: Candidate;
  readonly check: Check;
  /** An instance of the group for which the failure is not enough. */
  readonly holder: KnownMember;
  readonly outcome: Effect;
  readonly fix: Fix | undefined;
}

/** For the groups that are tied together one for each thing that fails, and one for each place that says a weight. */
function pullsIn(cluster: Cluster): readonly Pull[] {
  const pulls = new Map<string, Pull>();
  for (const [{ contest }, routers] of tiedRouters(cluster)) {
    const failover = failoverOf(cluster);
    if (!isEven(contest, routers)) continue;
    const ineffective = new Set(
      routers
        .flatMap((each) => ineffectiveChecks(failover, each))
        .map(({ check }) => siteOf(check)),
    );
    const failed = new Set<string>();
    for (const router of routers) {
      const election = failover.electionOf(router.index);
      for (const candidate of candidatesOf(failover, router)) {
        for (const check of candidate.checks) {
          const [site, failure] = [siteOf(check), formatFault(check.failure)];
          if (check.reverse || ineffective.has(site) || pulls.has(site)) continue;
          const pull = failed.has(failure)
            ? undefined
            : pullOf(failover, election, candidate, check);
          if (!pull) continue;
          pulls.set(site, pull);
          failed.add(failure);
        }
      }
    }
  }
  return [...pulls.values()];
}

/** The virtual routers that sync groups tie together, with the election of one of them. */
function tiedRouters(cluster: Cluster): readonly (readonly [Election, readonly KnownRouter[]])[] {
  const tied = new Map<Contest, [Election, KnownRouter[]]>();
  for (const router of weightedRouters(cluster)) {
    if (router.members.every(({ syncGroup }) => syncGroup === undefined)) continue;
    const election = failoverOf(cluster).electionOf(router.index);
    const known = tied.get(election.contest);
    if (known) known[1].push(router);
    else tied.set(election.contest, [election, [router]]);
  }
  return [...tied.values()];
}

function siteOf({ at }: Check): string {
  return `${at.span.start} ${at.source.path}`;
}

/**
 * Whether the nodes have the same groups, and all instances hear each other: else another rule speaks
 * (sync-group-mismatch, instance-on-one-node, the mismatches).
 */
function isEven({ routers, units }: Contest, group: readonly KnownRouter[]): boolean {
  const sizes = new Set(units.map(({ members }) => members.length));
  return (
    group.length === routers.length &&
    group.every(hearEachOther) &&
    sizes.size === 1 &&
    new Set(group.map(({ members }) => members.length)).size === 1
  );
}

/** Only when the address would move if there were no groups are they the cause. */
function pullOf(
  failover: ClusterFailover,
  election: Election,
  candidate: Candidate,
  check: Check,
): Pull | undefined {
  if (isReportedAsIgnored(candidate.member, check)) return undefined;
  const { contest, router } = election;
  const mates = matesOf(failover, contest, candidate.member);
  if (mates.every((mate) => isOvertaken(failover, mate, check.failure))) return undefined;
  const outcome = effectIn(election, [check.failure]);
  if (!outcome.isMisplaced) return undefined;
  const free = electionsAfter(failover.model, contest.routers, (member) => ({
    ...member,
    syncGroup: undefined,
  }));
  const alone = contest.routers.map((each) => ({
    each,
    scenario: effectIn(free(each), [check.failure]),
  }));
  if (alone.find(({ each }) => each === router)?.scenario.verdict !== 'moved') return undefined;
  const stays = new Set(
    alone.filter(({ scenario }) => scenario.verdict === 'stays').map(({ each }) => each),
  );
  const holder = mates.find(({ index }) => stays.has(index));
  return (
    holder && { candidate, check, holder: holder.member, outcome, fix: faultFix(failover, check) }
  );
}

/** An instance of a sync group, and the index of its virtual router. */
interface Mate {
  readonly index: number;
  readonly router: KnownRouter;
  readonly member: KnownMember;
}

function matesOf(
  { routers }: ClusterFailover,
  contest: Contest,
  { node, syncGroup }: KnownMember,
): readonly Mate[] {
  const tied = new Set(contest.routers);
  return routers
    .filter(({ index }) => tied.has(index))
    .flatMap((router) =>
      router.members
        .filter((member) => member.node === node && member.syncGroup === syncGroup)
        .map((member) => ({ index: router.index, router, member })),
    );
}

/** By the numbers alone; not asked of what may be an address owner. */
function isOvertaken(failover: ClusterFailover, { router, member }: Mate, failure: Fault): boolean {
  const candidates = candidatesOf(failover, router);
  const own = candidates.find((each) => each.member === member);
  if (!own) return false;
  const priority = priorityOn(own, failure);
  return candidates.some((other) => other !== own && other.healthy > priority);
}

/** keepalived says that it ignores such a weight, and does not: ignored-weight. */
function isReportedAsIgnored(
  { origin: { node, instance } }: KnownMember,
  { kind }: Check,
): boolean {
  return kind === 'interface' && !groupOf(node.config, instance)?.sync_group_tracking_weight;
}

function faultFix(failover: ClusterFailover, { at, weight, failure }: Check): Fix | undefined {
  const edits = weightEdits([at], weight, 0);
  if (!edits || !isWeightProved(failover, [at], 0, failure)) return undefined;
  return { title: 'use weight 0', safety: 'unsafe', edits };
}
