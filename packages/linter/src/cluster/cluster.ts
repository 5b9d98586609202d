import type { Release } from '@kalint/parser';
import type { Node } from './node.ts';
import { virtualRoutersOf, type VirtualRouter } from './virtual-routers.ts';

/** Nodes that are meant to stand in for each other. */
export interface Cluster {
  readonly nodes: readonly Node[];
  readonly virtualRouters: readonly VirtualRouter[];
  readonly release: Release;
}

/** Puts nodes together: which of their instances are one virtual router. */
export function clusterOf(nodes: readonly Node[], release: Release): Cluster {
  return { nodes, virtualRouters: virtualRoutersOf(nodes), release };
}
