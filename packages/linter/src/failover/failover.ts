import { newestRelease, type Release } from '@kalint/parser';
import { clusterOf } from '../cluster/cluster.ts';
import { isComplete, type Node } from '../cluster/node.ts';
import { analyse } from './analysis/analysis.ts';
import type { Event } from './model/faults.ts';
import type { FailoverModel } from './model/model.ts';
import { configIdOf, nodeNames } from './model/node-names.ts';
import type { FailoverReport } from './model/outcome.ts';
import { readModel, type KnownAddresses } from './model/read-model.ts';
import { follow, type Step } from './analysis/sequence.ts';

/** What is asked besides the nodes. */
export interface FailoverOptions {
  /** The release of keepalived that reads the files; the newest known one when absent. */
  readonly release?: Release;
  /** How many faults at the same time are looked at, 1 or more; 2 when absent. */
  readonly maxFaults?: number;
  /** What nodes are called, when not as nodeNames() calls them; each name once. */
  readonly names?: ReadonlyMap<Node, string>;
  /** What is known of the nodes' own addresses; they decide between equal priorities. */
  readonly addresses?: KnownAddresses;
}

/** What `failover` says of a cluster. */
export interface Failover {
  readonly report: FailoverReport;
  readonly model: FailoverModel;
  /** Follows faults and repairs in their order. */
  readonly follow: (events: readonly Event[]) => readonly Step[];
}

const usualMaxFaults = 2;

/**
 * Who holds the addresses of a cluster under every failure. Nodes that are not read as a whole, because a file
 * is missing that they include, are left out.
 */
export function failover(nodes: readonly Node[], options: FailoverOptions = {}): Failover {
  const { release = newestRelease, maxFaults = usualMaxFaults } = options;
  const whole = nodes.filter(isComplete);
  const names = new Map([...nodeNames(whole), ...(options.names ?? [])]);
  const cluster = clusterOf(whole, release);
  const { model, unknown } = readModel(cluster, names, options.addresses);
  return {
    model,
    report: {
      nodes: cluster.nodes.map((node) => ({
        name: names.get(node) ?? node.name,
        file: node.source.path,
        configId: configIdOf(node),
      })),
      routers: analyse(model, maxFaults),
      maxFaults,
      unknown,
    },
    follow: (events) => follow(model, events),
  };
}
