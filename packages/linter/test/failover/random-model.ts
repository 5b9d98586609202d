import type {
  FailoverModel,
  ItemKind,
  ModelMember,
  ModelNode,
  ModelRouter,
  ModelTracker,
  TrackedItem,
} from '../../src/failover/model/model.ts';

/** Whole numbers from 0 to `below - 1`, the same ones for the same seed (mulberry32). */
export type Random = (below: number) => number;

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** How large a cluster may be. */
export interface Size {
  readonly nodes: number;
  readonly routers: number;
  /** Of each node, its own interface not counted. */
  readonly items: number;
}

/**
 * A cluster of 2 or more nodes, small enough that every history of it can be played. Most of its numbers are
 * close together, so that ties, clamps and crossings are common.
 */
export function randomModel(seed: number, size: Size): FailoverModel {
  const random = randomOf(seed);
  const chance = (percent: number): boolean => random(100) < percent;
  const pick = <T>(list: readonly [T, ...T[]]): T => list[random(list.length)] ?? list[0];

  const count = 2 + random(size.nodes - 1);
  const ownInterfaceFails = chance(30);
  const nodes: ModelNode[] = Array.from({ length: count }, (_, index) => {
    const items: TrackedItem[] = Array.from({ length: random(size.items + 1) }, (__, item) => {
      const kind = pick<ItemKind>(['script', 'script', 'process', 'file', 'bfd', 'interface']);
      const detection = pick([bounds(0, 0), bounds(1, 2), bounds(4, 6)]);
      const value = kind === 'file' ? pick([0, 0, 1, 10, -10]) : 0;
      return { kind, name: `${kind}${item}`, detection, recovery: detection, value };
    });
    if (ownInterfaceFails) {
      items.push({
        kind: 'interface',
        name: 'eth0',
        detection: bounds(0, 0),
        recovery: bounds(0, 0),
        value: 0,
      });
    }
    return { name: `lb${index + 1}`, items, startupDelay: chance(5) ? 4 : 0 };
  });

  const routerCount = 1 + random(size.routers);
  const grouped = routerCount > 1 && chance(60);
  const shape = {
    equalOften: chance(30),
    nopreempt: pick([0, 0, 0, 30, 100]),
    delay: pick([0, 0, 0, 0, 40]),
    hearing: pick([100, 100, 100, 100, 70]),
    addressesKnown: chance(60),
    base: pick([100, 100, 100, 6, 245]),
  };
  const routers: ModelRouter[] = Array.from({ length: routerCount }, (_, router) => {
    const version = chance(30) ? 3 : 2;
    const advertInterval = version === 3 ? pick([1, 1, 0.5, 2]) : pick([1, 1, 1, 2]);
    const ownsAddress = chance(8) ? random(count) : -1;
    const present = nodes.map(() => routerCount === 1 || chance(92));
    // A router has two members or more.
    if (present.filter(Boolean).length < 2) present.fill(true);
    const nodesOfIt = [...nodes.keys()].filter((node) => present[node]);
    const members: ModelMember[] = nodesOfIt.map((node, member) => {
      const isOwner = node === ownsAddress;
      const base = isOwner ? 255 : priorityNear(shape.base, shape.equalOften);
      const preempt = isOwner || !chance(shape.nopreempt);
      const ownInterval = version === 3 && chance(10) ? pick([1, 2]) : advertInterval;
      return {
        node,
        instance: `VI_${router + 1}`,
        interface: 'eth0',
        base,
        trackers: trackersOf(node, isOwner),
        preempt,
        preemptDelay: preempt && !isOwner && chance(shape.delay) ? pick([1, 5]) : 0,
        startsAsMaster: isOwner && chance(50),
        version,
        advertInterval: ownInterval,
        downTimerAdverts: chance(5) ? 2 : 3,
        hears: new Set(
          [...nodesOfIt.keys()].filter((other) => other !== member && chance(shape.hearing)),
        ),
        address: shape.addressesKnown
          ? `192.000.002.00${((node + router) % count) + 1}`
          : undefined,
        syncGroup: grouped && chance(90) ? 'G' : undefined,
      };
    });
    return {
      id: `VI_${router + 1}`,
      virtualRouterId: 51 + router,
      family: 4,
      members,
    };
  });
  return {
    nodes,
    routers: routers.map((router) => ({
      ...router,
      members: router.members.map((member) => ({ ...member, startsAsMaster: canStart(member) })),
    })),
  };

  /** As read-model.ts says: in a sync group all must be such, and nobody who waits at the start is. */
  function canStart({ node, syncGroup, startsAsMaster }: ModelMember): boolean {
    const mates = routers
      .flatMap(({ members }) => members)
      .filter((each) => each.node === node && each.syncGroup === syncGroup);
    const isAlone = syncGroup === undefined;
    return (
      startsAsMaster &&
      nodes[node]?.startupDelay === 0 &&
      (isAlone || mates.every((each) => each.startsAsMaster))
    );
  }

  function priorityNear(base: number, equalOften: boolean): number {
    return base + (equalOften ? pick([0, 0, 5]) : pick([0, 1, 2, 3, 5, 9, -1, -2, -5]));
  }

  function trackersOf(node: number, isOwner: boolean): readonly ModelTracker[] {
    const trackers: ModelTracker[] = [];
    for (const [item, { kind, name }] of (nodes[node]?.items ?? []).entries()) {
      const isOwn = name === 'eth0';
      if (!chance(isOwn ? 90 : 80)) continue;
      const weightless = isOwn || isOwner || chance(25);
      const weight = weightless
        ? 0
        : kind === 'file'
          ? pick([1, 1, 2, -1, -3, 100, -100])
          : pick([-1, -2, -3, -5, -6, -10, -20, -253, 1, 2, 3, 5, 6, 10, 20, 253]);
      trackers.push({ item, weight, reverse: !isOwn && chance(12) });
    }
    return trackers;
  }
}

function bounds(min: number, max: number): { readonly min: number; readonly max: number } {
  return { min, max };
}
