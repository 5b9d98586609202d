import type { VirtualServer, Word } from '@kalint/parser';
import { groupsOf } from '../../cluster/disagreement.ts';
import { nameOf } from '../../cluster/names.ts';
import type { Node } from '../../cluster/node.ts';

/** A virtual server of a node. */
export interface ServiceMember {
  readonly node: Node;
  readonly server: VirtualServer;
}

/** The virtual servers of different nodes that are one service. */
export interface Service {
  /** At most one for each node, in the order of the nodes. */
  readonly members: readonly ServiceMember[];
}

/**
 * Services are known by address and port, by mark, or by the name of the group. Where a node has one twice,
 * for two protocols, the protocol tells them apart.
 *
 * A file whose braces do not pair up is left out: what belongs to what is not certain there.
 */
export function servicesOf(nodes: readonly Node[]): readonly Service[] {
  const servers = nodes
    .filter(hasCertainBlocks)
    .flatMap((node) => (node.config.virtual_server ?? []).map((server) => ({ node, server })));
  return groupsOf(servers, ({ server }) => keyOf(server)).flatMap((members) => {
    if (isOncePerNode(members)) return [{ members }];
    const byProtocol = groupsOf(members, ({ server }) => protocolOf(server));
    // A service that a node has twice all the same is a mistake of that node.
    return byProtocol.flatMap((each) => (isOncePerNode(each) ? [{ members: each }] : []));
  });
}

/** Whether the braces of a node's file pair up. */
export function hasCertainBlocks({ tree }: Node): boolean {
  return tree.problems.length === 0;
}

/** Whether no node has two of them. */
export function isOncePerNode(members: readonly ServiceMember[]): boolean {
  return new Set(members.map(({ node }) => node)).size === members.length;
}

function keyOf({ header }: VirtualServer): string {
  if (header.group) return `group ${header.group.value}`;
  if (header.fwmark) return `fwmark ${header.fwmark.value}`;
  return `${header.address?.value.key} ${header.port?.value ?? 0}`;
}

/** UDP when nothing is said (keepalived/check/check_data.c, validate_check_config()). */
export function protocolOf({ protocol, header }: VirtualServer): string {
  if (header.fwmark) return 'any';
  return protocol?.value.toUpperCase() ?? 'UDP';
}

/** How a service is called in messages. */
export function serviceName({ server }: ServiceMember, quote: (word: Word) => string): string {
  const { group, fwmark, port } = server.header;
  if (group) return `virtual_server group ${group.words.map(quote).join(' ')}`;
  if (fwmark) return `virtual_server fwmark ${fwmark.value}`;
  const name = quote(nameOf(server));
  return port ? `virtual_server ${name} port ${port.value}` : `virtual_server ${name}`;
}
