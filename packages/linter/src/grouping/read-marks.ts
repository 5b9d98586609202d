import {
  positionAt,
  type Address,
  type Directive,
  type Item,
  type Location,
  type Release,
  type SourceFile,
  type VirtualServer,
  type VrrpInstance,
} from '@kalint/parser';
import { basePriorityOf, sourceAddressOf, unicastPeersOf } from '../cluster/effective.ts';
import { readNodes, type Node, type NodeInputs } from '../cluster/node.ts';
import { compareTexts } from '../text-order.ts';
import type { FileMarks, InstanceMarks, Mark, MarkPlace, NodeMarks } from './marks.ts';

/** Reads a file for what tells to which cluster it belongs. Never fails. */
export function readMarks(
  source: SourceFile,
  release: Release,
  inputs: NodeInputs = {},
): FileMarks {
  const nodes = readNodes(source, release, inputs);
  return fileMarksOf(source.path, nodes);
}

/**
 * The same for a file whose nodes are read already.
 *
 * @param file the path of the file
 * @param nodes all those of the file, and no others
 */
export function fileMarksOf(file: string, nodes: readonly Node[]): FileMarks {
  return { file, nodes: nodes.map(marksOf), includes: includesOf(nodes) };
}

function includesOf(nodes: readonly Node[]): readonly Mark[] {
  const included = new Map<string, Mark>();
  for (const { source, files } of nodes) {
    if (files.length === 1) continue;
    const lines = files.flatMap(({ items }) => includeLines(items));
    for (const { source: other } of files) {
      if (other === source || included.has(other.path)) continue;
      const line = lines.find((each) => mayName(each, other));
      const place = line ? placeOf(line) : { file: source.path, line: 1 };
      const text = line ? nameIn(line) : other.path;
      included.set(other.path, { key: other.path, text, place });
    }
  }
  return [...included.values()];
}

function includeLines(items: readonly Item[]): readonly Directive[] {
  return items.flatMap((item) => {
    if ('text' in item) return item.kind === 'include' ? [item] : [];
    const block = item.kind === 'statement' ? item.block : item;
    return block?.kind === 'block' ? includeLines(block.items) : [];
  });
}

function nameIn({ text }: Directive): string {
  return text.replace(/^\S+\s+/, '');
}

/** A glob, or a definition, may name any file. */
function mayName(line: Directive, { path }: SourceFile): boolean {
  const [name = ''] = nameIn(line).split('/').slice(-1);
  return /[*?[{$]/.test(name) || path.endsWith(name);
}

/** What one node is recognised by. */
export function marksOf({ name, config }: Node): NodeMarks {
  const instances = config.vrrp_instance ?? [];
  const services = instances.length > 0 ? [] : (config.virtual_server ?? []);
  return {
    name,
    instances: few(instances).map(instanceMarks),
    services: limited(services.flatMap((server) => serviceMark(server) ?? [])),
  };
}

/** Of one node so many things of a kind count: enough to recognise it, and no more memory than that. */
const most = 128;

function few<T>(things: readonly T[]): readonly T[] {
  return things.slice(0, most);
}

/** When there are more, those with the first keys: another node that has the same ones is known by the same. */
function limited(marks: readonly Mark[]): readonly Mark[] {
  return marks.length <= most ? marks : few(marks.toSorted((a, b) => compareTexts(a.key, b.key)));
}

function instanceMarks(instance: VrrpInstance): InstanceMarks {
  const source = sourceAddressOf(instance);
  return {
    name: instance.header,
    place: placeOf(instance.statements[0].keyword),
    virtualRouterId: instance.virtual_router_id?.value,
    interface: instance.interface?.value,
    priority: basePriorityOf(instance).value,
    isMaster: instance.state?.value === 'MASTER',
    addresses: limited(virtualAddressMarks(instance)),
    source: source && addressMark(source.address, source.at),
    peers: limited(peerMarks(instance)),
  };
}

function virtualAddressMarks(instance: VrrpInstance): readonly Mark[] {
  const { virtual_ipaddress, virtual_ipaddress_excluded } = instance;
  const entries = [
    ...(virtual_ipaddress?.entries ?? []),
    ...(virtual_ipaddress_excluded?.entries ?? []),
  ];
  return entries.flatMap(({ value, word }) => addressMark(value.address.value, word) ?? []);
}

function peerMarks(instance: VrrpInstance): readonly Mark[] {
  const peers = new Set(unicastPeersOf(instance).map(({ key }) => key));
  return (instance.unicast_peer?.entries ?? []).flatMap(({ value, word }) => {
    const { value: address } = value.address;
    return peers.has(address.key) ? (addressMark(address, word) ?? []) : [];
  });
}

/** Addresses that every network has tell nothing. */
function addressMark(address: Address, at: Location): Mark | undefined {
  const { key, text, linkLocal, multicast } = address;
  if (linkLocal || multicast || /^127\.|^0\.|^(?:0:){7}[01]$/.test(key)) return undefined;
  return { key, text, place: placeOf(at) };
}

/** Firewall marks, and the names of groups, are numbers and words of a host: others use the same. */
function serviceMark({ header, statements, protocol }: VirtualServer): Mark | undefined {
  const { address, port } = header;
  const mark = address && addressMark(address.value, statements[0].keyword);
  if (!mark) return undefined;
  const number = port?.value ?? 0;
  return {
    ...mark,
    key: `${mark.key} ${number} ${protocol?.value ?? 'UDP'}`,
    text: number === 0 ? mark.text : `${mark.text} port ${number}`,
  };
}

function placeOf({ source, span }: Location): MarkPlace {
  return { file: source.path, line: positionAt(source, span.start).line };
}
