import type { Release } from '@kalint/parser';
import { compareTexts } from '../text-order.ts';
import { basePriorityOf } from './effective.ts';
import type { Node } from './node.ts';
import { virtualRoutersOf, type VirtualRouter } from './virtual-routers.ts';

/** Nodes that are meant to stand in for each other. */
export interface Cluster {
  /** In an order that does not depend on that of the files. */
  readonly nodes: readonly Node[];
  readonly virtualRouters: readonly VirtualRouter[];
  readonly release: Release;
}

/** Puts nodes together: which of their instances are one virtual router. */
export function clusterOf(nodes: readonly Node[], release: Release): Cluster {
  const ordered = inOrderOfRank(nodes);
  return { nodes: ordered, virtualRouters: virtualRoutersOf(ordered), release };
}

/**
 * The node that is meant to be master, of its first instance at least, comes first. Where nodes differ and no
 * majority says who is right it is the one with which the others are compared, whatever the order in which
 * the files are given.
 */
function inOrderOfRank(nodes: readonly Node[]): readonly Node[] {
  return nodes
    .map((node) => ({ node, priority: firstPriorityOf(node) }))
    .sort(
      (a, b) =>
        b.priority - a.priority ||
        compareTexts(a.node.name, b.node.name) ||
        compareTexts(a.node.source.text, b.node.source.text),
    )
    .map(({ node }) => node);
}

function firstPriorityOf({ config }: Node): number {
  const [first] = config.vrrp_instance ?? [];
  return first ? basePriorityOf(first).value : 0;
}
