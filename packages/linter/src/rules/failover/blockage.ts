import type { Member, VirtualRouter } from '../../cluster/virtual-routers.ts';
import type { Cluster } from '../../cluster/cluster.ts';
import { failoverOf } from '../../failover/analysis/cluster-failover.ts';
import { priorityWithout } from '../../failover/election/priority.ts';
import { candidatesOf, type Candidate, type Check } from './candidates.ts';

/** A node that does not take over from the preferred one, although a failing check asks for it. */
export interface Blockage {
  readonly preferred: Member;
  /** The weighted check of the preferred node whose failure lowers its priority most. */
  readonly check: Check;
  readonly healthy: number;
  /** The priority of the preferred node when that check fails. */
  readonly failed: number;
  /** The node next in line, which has nopreempt, and its priority. */
  readonly rival: Member;
  readonly rivalPriority: number;
}

/**
 * vrrp_state_backup() in keepalived/vrrp/vrrp.c: with nopreempt a backup accepts a master of any priority.
 * Undefined when some node without it takes over, or when the text does not tell.
 */
export function blockageOf(cluster: Cluster, router: VirtualRouter): Blockage | undefined {
  if (router.members.every(({ instance }) => !instance.nopreempt)) return undefined;
  const failover = failoverOf(cluster);
  const known = failover.routerOf(router);
  const ranked = known ? [...candidatesOf(failover, known)].sort(byPriority) : [];
  const [top, ...rivals] = ranked;
  const [next] = rivals;
  if (!top || !next || next.member.preempt) return undefined;
  const takesOver = ({ member, healthy }: Candidate): boolean =>
    member.preempt && [...top.reachable].some((priority) => priority < healthy);
  if (rivals.some(takesOver)) return undefined;
  const [worst] = top.checks
    .filter(({ reverse }) => !reverse)
    .map((check) => ({ check, failed: priorityWithout(top.base, top.weights, check) }))
    .sort((a, b) => a.failed - b.failed);
  if (!worst || worst.failed >= top.healthy) return undefined;
  return {
    preferred: top.member.origin,
    ...worst,
    healthy: top.healthy,
    rival: next.member.origin,
    rivalPriority: next.healthy,
  };
}

function byPriority(a: Candidate, b: Candidate): number {
  return b.healthy - a.healthy;
}
