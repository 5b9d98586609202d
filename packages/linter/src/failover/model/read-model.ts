import { compareReleases, parseAddress, type Address, type Release } from '@kalint/parser';
import type { Cluster } from '../../cluster/cluster.ts';
import {
  addressOwnerPriority,
  advertIntervalOf,
  basePriorityOf,
  downTimerAdvertsOf,
  familyOf,
  sourceAddressOf,
  versionOf,
} from '../../cluster/effective.ts';
import { initialStateOf } from '../../cluster/initial-state.ts';
import type { Node } from '../../cluster/node.ts';
import { preemptDelayOf, preempts } from '../../cluster/preemption.ts';
import { groupOf, membersOf } from '../../cluster/sync-groups.ts';
import type { Member, VirtualRouter } from '../../cluster/virtual-routers.ts';
import { trackedItem } from './detection.ts';
import { placeOfItem } from './items.ts';
import { doubtsAmong } from './doubts.ts';
import { hearingIn, type Hearing } from './hearing.ts';
import type {
  FailoverModel,
  ModelMember,
  ModelNode,
  ModelRouter,
  ModelTracker,
  TrackedItem,
} from './model.ts';
import type { FailoverReport } from './outcome.ts';
import { trackingOf } from './tracked-items.ts';

/** What the election of a cluster depends on, and the instances of which too little is known to be in it. */
export interface ReadModel {
  readonly model: FailoverModel;
  readonly unknown: FailoverReport['unknown'];
}

/**
 * Of nodes, by the names of their interfaces, the addresses that these have without keepalived, each with or
 * without its prefix.
 */
export type KnownAddresses = ReadonlyMap<Node, ReadonlyMap<string, readonly string[]>>;

/** Makes the model of a cluster; `names` has a name for each of its nodes (see nodeNames). */
export function readModel(
  cluster: Cluster,
  names: ReadonlyMap<Node, string>,
  addresses: KnownAddresses = new Map(),
): ReadModel {
  const nameOf = (node: Node): string => names.get(node) ?? node.name;
  const doubts = doubtsAmong(cluster.virtualRouters);
  const doubted = new Set(doubts.map(({ member }) => member));
  const routers = cluster.virtualRouters
    .map((router) => ({ members: router.members.filter((member) => !doubted.has(member)) }))
    .filter(({ members }) => members.length > 0);
  const items = new Map(cluster.nodes.map((node) => [node, itemsOf(node, routers)]));
  const ids = idsOf(routers);
  return {
    model: {
      nodes: cluster.nodes.map((node): ModelNode => ({
        name: nameOf(node),
        items: items.get(node) ?? [],
        startupDelay: startupDelayOf(node),
        isDelayStretched: compareReleases(cluster.release, delayIsPlainSince) < 0,
      })),
      routers: routers.map((router, index) =>
        modelRouterOf(router, ids[index] ?? String(index), { cluster, items, addresses }),
      ),
    },
    unknown: doubts.map(({ member: { node, instance }, reason }) => ({
      node: nameOf(node),
      instance: instance.header,
      reason,
    })),
  };
}

/** What the instances of a node track, and their own interfaces, which can fail in any case. */
function itemsOf(node: Node, routers: readonly VirtualRouter[]): readonly TrackedItem[] {
  const found = new Map<string, TrackedItem>();
  const add = (kind: TrackedItem['kind'], name: string): void => {
    const key = `${kind} ${name}`;
    if (!found.has(key)) found.set(key, trackedItem(node, kind, name));
  };
  for (const member of routers.flatMap(({ members }) => members)) {
    if (member.node !== node) continue;
    const own = member.instance.interface?.value;
    if (own !== undefined) add('interface', own);
    for (const { kind, name } of trackingOf(node, member.instance)) add(kind, name);
  }
  return [...found.values()];
}

interface Surroundings {
  readonly cluster: Cluster;
  readonly items: ReadonlyMap<Node, readonly TrackedItem[]>;
  readonly addresses: KnownAddresses;
}

function modelRouterOf(router: VirtualRouter, id: string, surroundings: Surroundings): ModelRouter {
  const [first] = router.members;
  const hearing = hearingIn(router, surroundings.cluster.release);
  return {
    id,
    virtualRouterId: first?.instance.virtual_router_id?.value,
    family: first ? familyOf(first.instance) : 4,
    members: router.members.map((member) => {
      const hears = heardBy(member, router, hearing);
      return memberOf(member, hears, surroundings);
    }),
  };
}

/** The indices of those that a member hears. */
function heardBy(
  member: Member,
  { members }: VirtualRouter,
  hearing: Hearing,
): ReadonlySet<number> {
  const heard = new Set<number>();
  members.forEach((other, index) => {
    if (other !== member && hearing(member, other) === undefined) heard.add(index);
  });
  return heard;
}

function memberOf(
  member: Member,
  hears: ReadonlySet<number>,
  { cluster, items, addresses }: Surroundings,
): ModelMember {
  const { node, instance } = member;
  const own = items.get(node) ?? [];
  const trackers = trackingOf(node, instance).map((tracking): ModelTracker => ({
    item: placeOfItem(own, tracking) ?? -1,
    weight: tracking.weight,
    reverse: tracking.reverse,
    at: tracking.at,
    word: tracking.word,
  }));
  return {
    node: cluster.nodes.indexOf(node),
    instance: instance.header,
    interface: instance.interface?.value,
    base: basePriorityOf(instance).value,
    trackers,
    preempt: preempts(node, instance),
    preemptDelay: preemptDelayOf(node, instance),
    startsAsMaster: startsAsMaster(member),
    version: versionOf(node, instance).value,
    advertInterval: advertIntervalOf(node, instance).value,
    downTimerAdverts: downTimerAdvertsOf(node, instance),
    hears,
    address: comparable(sourceAddressOf(instance)?.address ?? primaryAddressOf(member, addresses)),
    syncGroup: groupOf(node.config, instance)?.header,
    origin: member,
  };
}

/**
 * vrrp_init_state() in keepalived/vrrp/vrrp_scheduler.c: an address owner that means to be master, and in a
 * sync group only when all its members are such (vrrp_sync_set_group() in vrrp_sync.c). With a
 * vrrp_startup_delay it waits as any other does (seen with 2.2.7).
 */
function startsAsMaster({ node, instance }: Member): boolean {
  if (startupDelayOf(node) > 0) return false;
  const group = groupOf(node.config, instance);
  const all = group ? membersOf(node.config, group) : [instance];
  return all.every(
    (each) =>
      basePriorityOf(each).value === addressOwnerPriority &&
      initialStateOf(node, each) === 'MASTER',
  );
}

/** From then on advertisements are ignored during the delay (vrrp_dispatcher_read()). */
const delayIsPlainSince: Release = '2.2.8';

/** vrrp_startup_delay, in seconds; of several the longest (vrrp_startup_delay_handler()). */
function startupDelayOf({ config }: Node): number {
  const delays = config.global_defs?.vrrp_startup_delay ?? [];
  return Math.max(0, ...delays.map(({ value }) => value));
}

/**
 * The first address of the interface, for IPv6 the first link-local one: that is where advertisements come
 * from when nothing else is written (netlink_if_address_filter() in keepalived/core/keepalived_netlink.c).
 */
function primaryAddressOf(
  { node, instance }: Member,
  addresses: KnownAddresses,
): Address | undefined {
  const family = familyOf(instance);
  const own = addresses.get(node)?.get(instance.interface?.value ?? '') ?? [];
  return own
    .flatMap((text) => parseAddress(text.replace(/\/.*$/s, '')) ?? [])
    .find((each) => each.family === family && (family === 4 || /^fe[89ab]/.test(each.key)));
}

/** The bytes of an address as hexadecimal digits: of one family they compare as the addresses do. */
function comparable(address: Address | undefined): string | undefined {
  if (!address) return undefined;
  const [parts, base, digits] =
    address.family === 4 ? [address.key.split('.'), 10, 2] : [address.key.split(':'), 16, 4];
  return parts.map((part) => parseInt(part, base).toString(16).padStart(digits, '0')).join('');
}

/** `VI_1`; where names repeat `VI_1 (51)`, then `VI_1 (51, IPv6)`, at last `VI_1 (51, IPv6) #2`. */
function idsOf(routers: readonly VirtualRouter[]): readonly string[] {
  const forms = routers.map(({ members: [first] }): readonly string[] => {
    const name = first?.instance.header ?? '';
    const id = first?.instance.virtual_router_id?.value ?? 0;
    const family = first ? familyOf(first.instance) : 4;
    return [name, `${name} (${id})`, `${name} (${id}, IPv${family})`];
  });
  const counts = new Map<string, number>();
  for (const form of forms.flat()) counts.set(form, (counts.get(form) ?? 0) + 1);
  const last = new Map<string, number>();
  return forms.map((each) => {
    const unique = each.find((form) => counts.get(form) === 1);
    if (unique !== undefined) return unique;
    const longest = each.at(-1) ?? '';
    const number = (last.get(longest) ?? 0) + 1;
    last.set(longest, number);
    return `${longest} #${number}`;
  });
}
