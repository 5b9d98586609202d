import type { VrrpInstance } from '@kalint/parser';
import { familyOf } from './effective.ts';
import { areInOneNetwork } from './networks.ts';
import type { Node } from './node.ts';

/** An instance and the node on which it runs. */
export interface Member {
  readonly node: Node;
  readonly instance: VrrpInstance;
}

/** Instances on different nodes that are meant to be one virtual router. */
export interface VirtualRouter {
  /** At most one for each node, in the order of the nodes. */
  readonly members: readonly Member[];
}

/**
 * Which instances belong together. keepalived pairs them by VRID alone; people mean more: the same
 * virtual address, the same VRID, the same name. Here they are paired by what people mean, so that a
 * VRID that differs is seen as the mistake that it is and not as a second virtual router.
 *
 * First those that share an address, or VRID and name: those that have most in common before the
 * others. Then, of the instances that are left alone, those that look alike on the same interface:
 * there a VRID cannot serve two virtual routers, and a name hardly does. At last those with one VRID and
 * addresses of one network: interfaces may have other names on another machine.
 */
export function virtualRoutersOf(nodes: readonly Node[]): readonly VirtualRouter[] {
  const [node] = nodes;
  if (node && nodes.length === 1) {
    const instances = node.config.vrrp_instance ?? [];
    return instances.map((instance) => ({ members: [{ node, instance }] }));
  }
  const candidates = nodes.flatMap(candidatesOf);
  const groupOf = new Map<Candidate, Group>(
    candidates.map((candidate) => [candidate, { members: [candidate] }]),
  );
  const alone = (): readonly Candidate[] =>
    candidates.filter((candidate) => groupOf.get(candidate)?.members.length === 1);
  for (const bond of bondsOf(candidates, strongKeysOf)) join(bond, groupOf);
  for (const bond of bondsOf(alone(), looseKeysOf)) {
    if (bond.a.id === bond.b.id || mayBeInOneNetwork(bond)) join(bond, groupOf);
  }
  for (const bond of bondsOf(alone(), idKeysOf)) {
    if (areInOneNetwork(bond.a.addresses, bond.b.addresses)) join(bond, groupOf);
  }
  return [...new Set(groupOf.values())].map(({ members }) => ({
    members: [...members].sort((a, b) => a.nodeIndex - b.nodeIndex).map(({ member }) => member),
  }));
}

/** An instance with what it is recognised by. */
interface Candidate {
  readonly member: Member;
  readonly nodeIndex: number;
  /** In its file. */
  readonly position: number;
  readonly family: 4 | 6;
  readonly addresses: ReadonlySet<string>;
  readonly id: number | undefined;
  readonly name: string;
  readonly interface: string | undefined;
}

function candidatesOf(node: Node, nodeIndex: number): readonly Candidate[] {
  return (node.config.vrrp_instance ?? []).map((instance, position) => ({
    member: { node, instance },
    nodeIndex,
    position,
    family: familyOf(instance),
    addresses: new Set(addressKeysOf(instance)),
    id: instance.virtual_router_id?.value,
    name: instance.header,
    interface: instance.interface?.value,
  }));
}

function addressKeysOf(instance: VrrpInstance): readonly string[] {
  const { virtual_ipaddress, virtual_ipaddress_excluded } = instance;
  const entries = [
    ...(virtual_ipaddress?.entries ?? []),
    ...(virtual_ipaddress_excluded?.entries ?? []),
  ];
  return entries.map(({ value }) => value.address.value.key);
}

function strongKeysOf({ addresses, id, name }: Candidate): readonly string[] {
  const keys = [...addresses].map((address) => `address ${address}`);
  return id === undefined ? keys : [...keys, `id ${id} name ${name}`];
}

function looseKeysOf({ id, name, interface: link }: Candidate): readonly string[] {
  if (link === undefined) return [];
  const byName = `name ${name} on ${link}`;
  return id === undefined ? [byName] : [byName, `id ${id} on ${link}`];
}

function idKeysOf({ id }: Candidate): readonly string[] {
  return id === undefined ? [] : [`id ${id}`];
}

/** Two instances on different nodes that have something in common. */
interface Bond {
  readonly a: Candidate;
  readonly b: Candidate;
  readonly likeness: number;
}

/** Two of address, VRID and name count more than the third. */
const likeness = { address: 5, virtualRouterId: 4, name: 3, interface: 1 } as const;

/** Instances that are paired by one thing that they have in common. */
const mostAlike = 64;

/**
 * All pairs with a common key, those that are most alike first. Found through the keys: comparing
 * each with each would take seconds for the hundreds of instances that there can be. Ties are broken
 * by the positions in the files, which does not depend on the order of the nodes.
 */
function bondsOf(
  candidates: readonly Candidate[],
  keysOf: (candidate: Candidate) => readonly string[],
): readonly Bond[] {
  const sharing = new Map<string, Candidate[]>();
  const bonds = new Map<Candidate, Map<Candidate, Bond>>();
  for (const b of candidates) {
    for (const text of keysOf(b)) {
      const key = `${b.family} ${text}`;
      const known = sharing.get(key) ?? [];
      for (const a of known) {
        if (a.nodeIndex === b.nodeIndex || bonds.get(a)?.has(b)) continue;
        const bondsOfA = bonds.get(a) ?? new Map<Candidate, Bond>();
        bonds.set(a, bondsOfA.set(b, { a, b, likeness: likenessOf(a, b) }));
      }
      // What very many have in common tells none apart.
      if (known.length < mostAlike) known.push(b);
      sharing.set(key, known);
    }
  }
  return [...bonds.values()].flatMap((each) => [...each.values()]).sort(byLikeness);
}

function likenessOf(a: Candidate, b: Candidate): number {
  let total = 0;
  if (haveCommon(a.addresses, b.addresses)) total += likeness.address;
  if (a.id !== undefined && a.id === b.id) total += likeness.virtualRouterId;
  if (a.name === b.name) total += likeness.name;
  if (a.interface !== undefined && a.interface === b.interface) total += likeness.interface;
  return total;
}

function haveCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const each of a) if (b.has(each)) return true;
  return false;
}

function byLikeness(x: Bond, y: Bond): number {
  return (
    y.likeness - x.likeness ||
    distanceOf(x) - distanceOf(y) ||
    Math.min(x.a.position, x.b.position) - Math.min(y.a.position, y.b.position)
  );
}

function distanceOf({ a, b }: Bond): number {
  return Math.abs(a.position - b.position);
}

interface Group {
  readonly members: Candidate[];
}

/** Makes one group of two, unless a node would be in it twice. */
function join({ a, b }: Bond, groupOf: Map<Candidate, Group>): void {
  const into = groupOf.get(a);
  const from = groupOf.get(b);
  if (!into || !from || into === from) return;
  const taken = new Set(into.members.map(({ nodeIndex }) => nodeIndex));
  if (from.members.some(({ nodeIndex }) => taken.has(nodeIndex))) return;
  into.members.push(...from.members);
  for (const member of from.members) groupOf.set(member, into);
}

/** Without addresses nothing speaks against it. */
function mayBeInOneNetwork({ a, b }: Bond): boolean {
  return (
    a.addresses.size === 0 || b.addresses.size === 0 || areInOneNetwork(a.addresses, b.addresses)
  );
}
