import type { InstanceMarks } from './marks.ts';
import { senderRole, type Holder, type SharedThing } from './shared-things.ts';

/*
 * Whether those that share something are one cluster. Most addresses are those of private networks, which
 * everybody uses, and most files are copies of an example: `VI_1`, VRID 51, `eth0`, 192.168.1.100. So what is
 * shared counts only as long as nothing speaks against it.
 */

/** Files that have a thing and are one cluster, perhaps only one file; and what is asked of them again and again. */
export interface Unit {
  readonly holders: readonly Holder[];
  /** How many nodes there are. */
  readonly size: number;
  readonly instances: readonly InstanceMarks[];
  /** The priorities of those with `state MASTER`. */
  readonly masters: readonly number[];
  /** What only one node can be in the thing, and one of them is. */
  readonly roles: ReadonlySet<string>;
}

/** A file by itself. */
export function unitOf(holder: Holder): Unit {
  const { uses } = holder;
  const instances = uses.flatMap(({ instance }) => instance ?? []);
  return {
    holders: [holder],
    size: uses.length === 1 ? 1 : new Set(uses.map(({ node }) => node)).size,
    instances,
    masters: prioritiesOf(instances.filter(({ isMaster }) => isMaster)),
    roles: new Set(uses.flatMap(({ role }) => role ?? [])),
  };
}

/** Two units as one. */
export function combined(a: Unit, b: Unit): Unit {
  return {
    holders: [...a.holders, ...b.holders],
    size: a.size + b.size,
    instances: [...a.instances, ...b.instances],
    masters: [...a.masters, ...b.masters],
    roles: new Set([...a.roles, ...b.roles]),
  };
}

/**
 * What speaks against two units being one cluster, as a clause for a sentence; undefined: nothing.
 *
 * @param near files that lie next to each other
 * @param other a file that lies there, too; or several that lie nearer to each other than to `near`
 */
export function objectionTo(
  near: Unit,
  other: Unit,
  kind: SharedThing['kind'],
): string | undefined {
  const isSameRole = !areApart(near.roles, other.roles);
  if (kind === 'peers') return isSameRole ? 'they send from the same address' : undefined;
  if (kind === 'sender') {
    if (isSameRole) return 'both send from it';
    if (!hasSender(near) && !hasSender(other)) return 'neither sends from it';
  }
  if (isSameRole) return sameNode;
  if (other.size === 1) return tooDifferent(near, other, mostDifferences);
  if (near.size > 1) return areTwoClusters(near, other);
  return near.masters.length > 0 && other.masters.length > 0
    ? 'they are a MASTER and a cluster with another one'
    : tooDifferent(near, other, 1);
}

/** Said of a node and its copy. */
export const sameNode = 'they are one node: source address, priority and state are the same';

/** Whether it has the address that others name as a peer. */
export function hasSender(unit: Unit): boolean {
  return unit.roles.has(senderRole);
}

function areApart(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const each of others) if (some.has(each)) return false;
  return true;
}

/** Each of them works without the other: the second site, or a copy. */
function areTwoClusters(a: Unit, b: Unit): string | undefined {
  if (a.masters.length > 0 && b.masters.length > 0)
    return 'each is a cluster with a MASTER of its own';
  const priority = shared(prioritiesOf(a.instances), prioritiesOf(b.instances));
  return priority === undefined
    ? undefined
    : `each is a cluster of its own, with a node of priority ${priority}`;
}

function prioritiesOf(instances: readonly InstanceMarks[]): readonly number[] {
  return instances.map(({ priority }) => priority);
}

function shared<T>(some: readonly T[], others: readonly T[]): T | undefined {
  const known = new Set(some);
  return others.find((each) => known.has(each));
}

/** So much may be wrong between the nodes of one cluster; what differs in more is another one. */
const mostDifferences = 2;

/** Instances of a unit: a file may say the same in thousands of them. */
const mostCompared = 64;

function tooDifferent(a: Unit, b: Unit, allowed: number): string | undefined {
  const others = b.instances.slice(0, mostCompared);
  let least: readonly string[] | undefined;
  for (const instance of a.instances.slice(0, mostCompared)) {
    for (const other of others) {
      const differences = differencesOf(instance, other);
      if (differences.length <= allowed) return undefined;
      if (differences.length < (least?.length ?? Infinity)) least = differences;
    }
  }
  return least && `they differ too much: ${least.join(', ')}`;
}

/** What nodes of one virtual router agree in, and what only one of them has. */
function differencesOf(a: InstanceMarks, b: InstanceMarks): readonly string[] {
  const differences: string[] = [];
  if (a.virtualRouterId !== b.virtualRouterId) differences.push('another VRID');
  if (a.name !== b.name) differences.push('another name');
  if (a.interface !== b.interface) differences.push('another interface');
  if (a.isMaster && b.isMaster) differences.push('both MASTER');
  if (a.priority === b.priority) differences.push('the same priority');
  if (a.peers.length > 0 !== b.peers.length > 0) differences.push('unicast and multicast');
  return differences;
}

/** Clusters of more nodes are rare enough to look twice. */
const usualSize = 8;

/** Two nodes that claim the same are a mistake; more are no cluster. */
const mostAlikeMasters = 2;

/** Whether so many have the thing that they have it by chance. */
export function isCrowd(unit: Unit): boolean {
  const { masters } = unit;
  if (unit.size > usualSize && masters.length > 1) return true;
  const counts = new Map<number, number>();
  for (const priority of masters) counts.set(priority, (counts.get(priority) ?? 0) + 1);
  return [...counts.values()].some((count) => count > mostAlikeMasters);
}
