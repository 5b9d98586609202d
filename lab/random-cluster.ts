import {
  block,
  checkText,
  globalText,
  groupText,
  instanceText,
  trackBlocks,
  type NodeCheck,
  type Weight,
} from './cluster-text.ts';
import type { PlannedNode } from './plan.ts';
import type { Chance } from './random.ts';

/*
 * Random clusters.
 *
 * Known races are avoided here. Where a master of lower priority is left in place (nopreempt, preempt_delay) it
 * counts whose timer runs out first, and of those that differ by one step of priority the timers differ by a 256th
 * of the interval. Such clusters are leisurely: effective priorities are equal or at least 20 apart (unless
 * clamped), and intervals long, so that 39 ms or more lie between two timers.
 */

export interface ClusterWishes {
  /** How many; undefined: two to four. */
  readonly nodes: number | undefined;
  /** Processes may be tracked. */
  readonly processes: boolean;
}

export interface RandomCluster {
  readonly nodes: readonly PlannedNode[];
  readonly isLeisurely: boolean;
}

/** What is the same on all nodes. */
interface Shape {
  readonly nodes: number;
  readonly family: 4 | 6;
  readonly version: 2 | 3;
  readonly isLeisurely: boolean;
  readonly advertInterval: number;
  readonly routers: readonly RouterShape[];
  readonly hasSyncGroup: boolean;
  /** Trackers of the members count although they are in a sync group. */
  readonly tracksInGroup: boolean;
  readonly checks: readonly CheckShape[];
}

interface RouterShape {
  readonly id: number;
  readonly interface: string;
  /** Of each node. */
  readonly priorities: readonly number[];
  readonly isUnicast: boolean;
  readonly password: string | undefined;
  /** Another address, on another interface. */
  readonly hasMore: boolean;
  readonly downTimerAdverts: number | undefined;
  readonly preemption: 'at once' | 'nopreempt' | 'preempt_delay';
}

interface CheckShape extends Omit<NodeCheck, 'isWeightTracked'> {
  /** Indices of the routers whose instances track it. */
  readonly routers: readonly number[];
  /** The sync group tracks it, and not the instances. */
  readonly onGroup: boolean;
}

export function randomCluster(chance: Chance, wishes: ClusterWishes): RandomCluster {
  const shape = drawShape(chance, wishes);
  const nodes = Array.from({ length: shape.nodes }, (_, index) => drawNode(chance, shape, index));
  const { isLeisurely } = shape;
  return { nodes, isLeisurely };
}

const preemptions = ['at once', 'at once', 'at once', 'nopreempt', 'preempt_delay'] as const;

function drawShape(chance: Chance, { nodes: wanted, processes }: ClusterWishes): Shape {
  const nodes = wanted ?? chance.one([2, 2, 2, 3, 3, 3, 4]);
  const family = chance.happens(0.12) ? 6 : 4;
  const version = family === 4 && chance.happens(0.15) ? 2 : 3;
  const preemption = chance.one(preemptions);
  const isLeisurely = preemption !== 'at once';
  const intervals = isLeisurely
    ? ([nodes > 2 ? 1 : 0.5, 1] as const)
    : ([0.1, 0.2, 0.2, 0.3, 0.5] as const);
  const advertInterval = version === 2 ? 1 : chance.one(intervals);
  const routerCount = chance.one([1, 1, 2]);
  const hasSyncGroup = routerCount === 2 && chance.happens(0.6);
  const first = drawPriorities(chance, nodes, isLeisurely);
  const hasOwner = !hasSyncGroup && preemption === 'at once' && chance.happens(0.1);
  const routers = Array.from({ length: routerCount }, (_, index): RouterShape => {
    const others = hasSyncGroup ? first : chance.shuffled(first);
    return {
      id: chance.between(1, 100) + 100 * index,
      interface: index === 1 && chance.happens(0.5) ? 'eth1' : 'eth0',
      priorities: index > 0 ? others : hasOwner ? [255, ...first.slice(1)] : first,
      isUnicast: chance.happens(0.3),
      password:
        version === 2 && chance.happens(0.3) ? `secret${chance.between(10, 99)}` : undefined,
      hasMore: chance.happens(0.1),
      downTimerAdverts: chance.happens(0.1) ? chance.between(2, 4) : undefined,
      preemption,
    };
  });
  const kinds = chance.shuffled([
    'script',
    'interface',
    processes ? 'process' : 'file',
    'file',
    'bfd',
    'script',
  ] as const);
  const checks = kinds
    .slice(0, chance.between(1, 3))
    .map((kind, index) =>
      drawCheck(chance, kind, index, { isLeisurely, routerCount, hasSyncGroup }),
    );
  const tracksInGroup = hasSyncGroup && chance.happens(0.5);
  return {
    ...{ nodes, family, version, isLeisurely, advertInterval },
    ...{ routers, hasSyncGroup, tracksInGroup, checks },
  };
}

/** Descending, so that the first node is the preferred one. */
function drawPriorities(chance: Chance, nodes: number, isLeisurely: boolean): readonly number[] {
  const priorities: number[] = [];
  let next = isLeisurely ? 40 * chance.between(4, 6) : chance.between(70, 254);
  for (let index = 0; index < nodes; index++) {
    priorities.push(Math.max(1, next));
    // Equal ones are rare: which of two becomes master then is not always known.
    const gap = chance.happens(0.06) ? 0 : chance.between(5, 30);
    next -= isLeisurely ? 40 : gap;
  }
  return priorities;
}

/** What is drawn of a shape when its checks are. */
type Drawn = Pick<Shape, 'isLeisurely' | 'hasSyncGroup'> & { readonly routerCount: number };

function drawCheck(
  chance: Chance,
  kind: CheckShape['kind'],
  index: number,
  { isLeisurely, routerCount, hasSyncGroup }: Drawn,
): CheckShape {
  const weight = drawWeight(chance, kind, isLeisurely);
  const both = Array.from({ length: routerCount }, (_, router) => router);
  return {
    ...{ kind, weight },
    name: kind === 'interface' ? 'eth2' : `${kind}${index}`,
    routers: chance.happens(0.7) ? both : [chance.between(0, routerCount - 1)],
    onGroup: hasSyncGroup && chance.happens(0.6),
    fall: chance.one([1, 1, 2]),
    rise: chance.one([1, 1, 2]),
    timeout: chance.happens(0.2) ? 2 : undefined,
    delay: chance.happens(0.3) ? 0.5 : 0,
    init: chance.one([undefined, undefined, isLeisurely ? 20 : 1]),
    transmit: chance.one([200, 250, 300]),
  };
}

function drawWeight(chance: Chance, kind: CheckShape['kind'], isLeisurely: boolean): Weight {
  const sizes = isLeisurely
    ? ([20, 20, 60, 60, 220] as const)
    : ([5, 10, 15, 20, 30, 60, 253] as const);
  const sign = chance.one([-1, -1, 1]);
  const reverse = chance.happens(0.12);
  if (chance.happens(kind === 'interface' ? 0.4 : 0.25)) return { value: 0, reverse };
  if (kind === 'file' && chance.happens(0.6)) return { value: sign, reverse };
  return { value: sign * chance.one(sizes), reverse };
}

/** What one node has of the shape. */
function drawNode(chance: Chance, shape: Shape, index: number): PlannedNode {
  const name = `lb${index + 1}`;
  const checks = shape.checks.map((check) => {
    // Nodes differ sometimes, by intention or not.
    const isOther = chance.happens(0.15);
    const weight = isOther ? drawWeight(chance, check.kind, shape.isLeisurely) : check.weight;
    return { ...check, weight, isWeightTracked: check.kind === 'interface' || chance.happens(0.5) };
  });
  const onGroup = checks.filter((check) => check.onGroup);
  const instances = shape.routers.map((router, place) => {
    const own = checks.filter((check) => !check.onGroup && check.routers.includes(place));
    return instanceText(`VI_${place + 1}`, [
      ...instanceSettings(chance, shape, router, place, index),
      ...trackBlocks(own),
    ]);
  });
  const members = shape.routers.map((_, place) => `VI_${place + 1}`);
  const group = groupText(members, shape.tracksInGroup, onGroup);
  // Who starts later finds a master: nodes that start apart would not show that.
  const isDelayed = chance.happens(0.07) && !shape.isLeisurely;
  const startupDelay = isDelayed ? 1 : undefined;
  const text = [
    globalText(name, startupDelay),
    ...checks.map((check) => checkText(check, index + 1)),
    ...(shape.hasSyncGroup ? [group] : []),
    ...instances,
  ].join('\n');
  return { name, text };
}

function instanceSettings(
  chance: Chance,
  shape: Shape,
  router: RouterShape,
  place: number,
  index: number,
): readonly string[] {
  const priority = router.priorities[index] ?? 100;
  const isFirst = router.priorities.every((each) => each <= priority);
  const { preemption, downTimerAdverts, password } = router;
  const mayBeMaster = isFirst && preemption === 'at once';
  const state = mayBeMaster && (priority === 255 || chance.happens(0.3)) ? 'MASTER' : 'BACKUP';
  const segment = router.interface.slice(-1);
  const addressOf = (node: number): string =>
    shape.family === 4 ? `10.0.${segment}.${node + 1}` : `fe80::${node + 1}`;
  const others = Array.from({ length: shape.nodes }, (_, node) => node).filter(
    (node) => node !== index,
  );
  // Sometimes somebody has been forgotten.
  const peers = chance.happens(0.05) ? others.slice(1) : others;
  const addresses =
    shape.family === 4
      ? [`10.0.${segment}.${100 + place}/24`]
      : [`fe80::${100 + place}/64`, `fd00:${segment}::${100 + place}/64`];
  // Its interface is tracked, too.
  const isElsewhere = router.hasMore && shape.family === 4;
  const tracking = chance.happens(0.3) ? ' no_track' : '';
  const moreAddresses = isElsewhere ? [`10.0.2.${100 + place}/24 dev eth2${tracking}`] : [];
  return [
    `state ${state}`,
    `interface ${router.interface}`,
    `virtual_router_id ${router.id}`,
    `priority ${priority}`,
    `version ${shape.version}`,
    `advert_int ${shape.advertInterval}`,
    ...(preemption === 'nopreempt' && chance.happens(0.8) ? ['nopreempt'] : []),
    ...(preemption === 'preempt_delay' && chance.happens(0.8) ? ['preempt_delay 1'] : []),
    ...(downTimerAdverts === undefined ? [] : [`down_timer_adverts ${downTimerAdverts}`]),
    ...(password === undefined
      ? []
      : block('authentication', [
          'auth_type PASS',
          `auth_pass ${chance.happens(0.1) ? 'mistaken' : password}`,
        ])),
    ...(router.isUnicast
      ? [`unicast_src_ip ${addressOf(index)}`, ...block('unicast_peer', peers.map(addressOf))]
      : []),
    ...(chance.happens(0.05) ? ['dont_track_primary'] : []),
    ...(chance.happens(0.05) && !router.isUnicast ? [`mcast_src_ip ${addressOf(index)}`] : []),
    ...block('virtual_ipaddress', [...addresses, ...moreAddresses]),
  ];
}
