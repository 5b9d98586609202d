import type { VrrpInstance, Word } from '@kalint/parser';
import type { Cluster } from '../../cluster/cluster.ts';
import {
  effectIn,
  electionsAfter,
  failoverOf,
  hearEachOther,
  nodeNameOf,
  type ClusterFailover,
  type Effect,
  type KnownMember,
  type KnownRouter,
} from '../../failover/analysis/cluster-failover.ts';
import type { Fault } from '../../failover/model/faults.ts';

/** A node that stays master, or becomes it, when nobody hears it any more. */
export interface Split {
  readonly member: KnownMember;
  readonly setting: NonNullable<VrrpInstance['dont_track_primary']>;
  /** The interface that carries its advertisements. */
  readonly link: Word;
  /** An address that lies on another interface, on which both hold it then. */
  readonly address: Word;
  readonly on: Word;
  readonly fault: Fault;
  readonly outcome: Effect;
}

/** The nodes of a virtual router that make a second master when their own interface goes down. */
export function splitsOf(failover: ClusterFailover, router: KnownRouter): readonly Split[] {
  if (!hearEachOther(router)) return [];
  return router.members.flatMap((member) => splitOf(failover, router, member) ?? []);
}

function splitOf(
  failover: ClusterFailover,
  router: KnownRouter,
  member: KnownMember,
): Split | undefined {
  const { dont_track_primary: setting, interface: own, ...instance } = member.origin.instance;
  const link = own?.words[0];
  if (!setting || !own || !link) return undefined;
  const elsewhere = addressElsewhere(instance, own.value);
  if (!elsewhere) return undefined;
  const node = nodeNameOf(failover.model, member);
  const fault: Fault = { kind: 'interface', node, name: own.value };
  const outcome = effectIn(failover.electionOf(router.index), [fault]);
  if (outcome.verdict !== 'split-brain' || !outcome.masters.includes(node)) return undefined;
  return { member, setting, link, ...elsewhere, fault, outcome };
}

/** The first address that stays reachable when a link is lost. A VLAN of the link is lost with it. */
function addressElsewhere(
  { virtual_ipaddress, virtual_ipaddress_excluded }: Partial<VrrpInstance>,
  link: string,
): Pick<Split, 'address' | 'on'> | undefined {
  const entries = [
    ...(virtual_ipaddress?.entries ?? []),
    ...(virtual_ipaddress_excluded?.entries ?? []),
  ];
  for (const { value } of entries) {
    const { dev, address } = value;
    if (dev && dev.value !== link && !dev.value.startsWith(`${link}.`)) {
      return { address: address.word, on: dev.words[0] ?? dev.word };
    }
  }
  return undefined;
}

/** Whether tracking the link on these nodes, as is usual, leaves one master each time. */
export function isMendedByTracking(
  { model, electionOf }: ClusterFailover,
  { index }: KnownRouter,
  splits: readonly Split[],
): boolean {
  const origins = new Set(splits.map(({ member }) => member.origin));
  const mended = electionsAfter(model, electionOf(index).contest.routers, (member) => {
    if (!member.origin || !origins.has(member.origin)) return member;
    const items = model.nodes[member.node]?.items ?? [];
    const item = items.findIndex(
      ({ kind, name }) => kind === 'interface' && name === member.interface,
    );
    return { ...member, trackers: [...member.trackers, { item, weight: 0, reverse: false }] };
  });
  const election = mended(index);
  return splits.every(({ fault }) => effectIn(election, [fault]).masters.length === 1);
}

const reported = new WeakMap<Cluster, ReadonlySet<VrrpInstance>>();

/** Whether an instance is one of which two-masters-after-fault speaks. */
export function isReportedAsSplit(cluster: Cluster, instance: VrrpInstance): boolean {
  if (cluster.nodes.length < 2 || !instance.dont_track_primary) return false;
  let instances = reported.get(cluster);
  if (!instances) {
    const failover = failoverOf(cluster);
    instances = new Set(
      failover.routers
        .flatMap((router) => splitsOf(failover, router))
        .map(({ member }) => member.origin.instance),
    );
    reported.set(cluster, instances);
  }
  return instances.has(instance);
}
