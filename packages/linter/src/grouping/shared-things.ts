import { likelyNetworkOf } from '../cluster/networks.ts';
import type { FileMarks, InstanceMarks, Mark, MarkPlace, NodeMarks } from './marks.ts';
import type { Reason } from './grouping.ts';
import { wordsOf, type PathWords } from './nearness.ts';

/** A file, where it lies, and what it is recognised by. */
export interface Candidate {
  readonly marks: FileMarks;
  readonly words: PathWords;
}

/** Something that files may share, and who has it. */
export interface SharedThing {
  readonly kind: Exclude<Reason['kind'], 'include'>;
  readonly what: string;
  /** In the order of the files. */
  readonly holders: readonly Holder[];
}

/** A file that has the thing, perhaps with several of its nodes. */
export interface Holder {
  readonly candidate: Candidate;
  readonly uses: readonly Use[];
}

/** A node that has the thing. */
export interface Use {
  readonly node: NodeMarks;
  readonly instance: InstanceMarks | undefined;
  readonly place: MarkPlace;
  /** What only one node can be in it; undefined: nothing. */
  readonly role: string | undefined;
}

/** The path of a holder. */
export function fileOf({ candidate }: Holder): string {
  return candidate.marks.file;
}

/** The thing as a reason why some of its holders are one cluster. */
export function reasonFor({ kind, what }: SharedThing, holders: readonly Holder[]): Reason {
  const uses = holders.flatMap((holder) => holder.uses);
  const places = uses.map(({ place }) => [`${place.line} ${place.file}`, place] as const);
  return { kind, what, files: holders.map(fileOf), places: [...new Map(places).values()] };
}

/** A file with what is asked of its path again and again. */
export function candidateOf(marks: FileMarks): Candidate {
  return { marks, words: wordsOf(marks.file) };
}

/**
 * What more than one file has, the strongest first: peers that name each other, virtual addresses, an address
 * that one has and another names, virtual servers.
 */
export function sharedThings(candidates: readonly Candidate[]): readonly SharedThing[] {
  return [pairsOf, addressesOf, sendersOf, servicesOf].flatMap((thingsOf) =>
    collected(candidates, thingsOf),
  );
}

/** What instances are alike in: VRID, name, interface, network. */
export function likenesses(candidates: readonly Candidate[]): readonly SharedThing[] {
  return collected(candidates, likenessesOf);
}

/** A thing as one node has it. */
interface Having {
  readonly key: string;
  readonly kind: SharedThing['kind'];
  readonly what: string;
  readonly use: Use;
}

function collected(
  candidates: readonly Candidate[],
  thingsOf: (node: NodeMarks) => readonly Having[],
): readonly SharedThing[] {
  const things = new Map<string, { kind: Having['kind']; what: string; holders: Draft[] }>();
  for (const candidate of candidates) {
    for (const { key, kind, what, use } of candidate.marks.nodes.flatMap(thingsOf)) {
      const holders = things.get(key)?.holders;
      const last = holders?.at(-1);
      if (!holders) things.set(key, { kind, what, holders: [{ candidate, uses: [use] }] });
      else if (last?.candidate === candidate) last.uses.push(use);
      else holders.push({ candidate, uses: [use] });
    }
  }
  return [...things.values()].filter(({ holders }) => holders.length > 1);
}

interface Draft {
  readonly candidate: Candidate;
  readonly uses: Use[];
}

/** Two that send to each other, by their addresses; a node is one end of it. */
function pairsOf(node: NodeMarks): readonly Having[] {
  return node.instances.flatMap((instance) => {
    const { source, peers } = instance;
    if (!source) return [];
    return peers.flatMap((peer): readonly Having[] => {
      if (peer.key === source.key) return [];
      const [a, b] = source.key < peer.key ? [source, peer] : [peer, source];
      const use = { node, instance, place: peer.place, role: source.key };
      return [{ key: `${a.key} ${b.key}`, kind: 'peers', what: `${a.text} and ${b.text}`, use }];
    });
  });
}

function addressesOf(node: NodeMarks): readonly Having[] {
  return node.instances.flatMap((instance) => {
    const role = identityOf(instance);
    return instance.addresses.map(({ key, text, place }): Having => {
      const use = { node, instance, place, role };
      return { key, kind: 'address', what: text, use };
    });
  });
}

/** Two that agree in all of this are one and the same node. */
function identityOf({ source, priority, isMaster }: InstanceMarks): string | undefined {
  return source && `${source.key} ${priority} ${isMaster}`;
}

/** The address of a sender, which the others name as a peer. */
function sendersOf(node: NodeMarks): readonly Having[] {
  return node.instances.flatMap((instance) => {
    const { source, peers } = instance;
    const having = (mark: Mark, role: string | undefined): Having => ({
      ...{ key: mark.key, kind: 'sender', what: mark.text },
      use: { node, instance, place: mark.place, role },
    });
    const named = peers.filter(({ key }) => key !== source?.key);
    return [
      ...(source ? [having(source, senderRole)] : []),
      ...named.map((peer) => having(peer, undefined)),
    ];
  });
}

/** The role of the one that has the address; those that name it have none. */
export const senderRole = 'sender';

function servicesOf(node: NodeMarks): readonly Having[] {
  return node.services.map(({ key, text, place }) => ({
    ...{ key, kind: 'service', what: text },
    use: { node, instance: undefined, place, role: undefined },
  }));
}

function likenessesOf(node: NodeMarks): readonly Having[] {
  return node.instances.flatMap((instance) => {
    const { name, place, virtualRouterId, interface: link, addresses } = instance;
    if (virtualRouterId === undefined || link === undefined) return [];
    const network = addresses[0] && likelyNetworkOf(addresses[0].key);
    return [
      {
        key: JSON.stringify([name, virtualRouterId, link, network]),
        kind: 'likeness',
        what: `instance ${name}, VRID ${virtualRouterId}, ${link}`,
        use: { node, instance, place, role: instance.isMaster ? 'master' : undefined },
      },
    ];
  });
}
