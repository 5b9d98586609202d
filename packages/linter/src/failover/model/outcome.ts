import type { Fault } from './faults.ts';
import type { Bounds } from './model.ts';

/** What an instance announces: its effective priority, or why it takes no part. */
export type Standing = number | 'FAULT' | 'down' | 'stopped';

/** Who holds the addresses of a virtual router when all has settled. */
export interface Outcome {
  /** Names of the nodes that are master in any case. */
  readonly masters: readonly string[];
  /** Names of those that may be master: which one depends on what the configuration does not say. */
  readonly candidates: readonly string[];
  /** By the names of the nodes. */
  readonly priorities: ReadonlyMap<string, Standing>;
  /** Masters change for ever, and nothing settles. */
  readonly isEndless?: boolean;
}

/**
 * - `moved`: one master, and another one than before.
 * - `stays`: one master, the same as before.
 * - `no-master`, `split-brain`: none, or several.
 * - `undecided`: equal priorities, or an order of events that is not known, decide; see the candidates.
 */
export type Verdict = 'moved' | 'stays' | 'no-master' | 'split-brain' | 'undecided';

/** Some faults at once, or one after the other, and what becomes of a virtual router. */
export interface Scenario extends Outcome {
  readonly faults: readonly Fault[];
  readonly verdict: Verdict;
  /** The address is on a node whose check has failed, although another one is as good as ever. */
  readonly isMisplaced: boolean;
  /** From the last fault until the final master holds the addresses; absent when nothing moves. */
  readonly takeover: Bounds | undefined;
  /** What is so when all faults have gone again. */
  readonly afterRepair: Outcome & {
    /** `returns`: as it was before the faults; `stays-away`: with another master. */
    readonly verdict: 'returns' | 'stays-away' | 'no-master' | 'split-brain' | 'undecided';
    /** From the last repair until the addresses are where they remain; absent when nothing moves. */
    readonly takeover: Bounds | undefined;
  };
  /** How many other fault sets have the same effect on this router and are not listed. */
  readonly alike: number;
}

/** What is known about one virtual router. */
export interface RouterReport {
  readonly id: string;
  readonly virtualRouterId: number | undefined;
  readonly family: 4 | 6;
  readonly interface: string | undefined;
  readonly members: readonly {
    readonly node: string;
    readonly instance: string;
    /** The one that carries its advertisements. */
    readonly interface: string | undefined;
    /** The configured one. */
    readonly priority: number;
    readonly preempt: boolean;
  }[];
  /** All nodes have started together and nothing is broken. */
  readonly initial: Outcome;
  /** Each single fault, those of links last; then the combinations that are worth to be told. */
  readonly scenarios: readonly Scenario[];
  /** How many fault sets were examined; those that are not listed hold no bad surprise. */
  readonly examined: number;
}

/** Who holds each virtual router of a cluster: when nothing has failed, and under each examined fault set. */
export interface FailoverReport {
  readonly nodes: readonly {
    readonly name: string;
    readonly file: string;
    readonly configId: string | undefined;
  }[];
  readonly routers: readonly RouterReport[];
  readonly maxFaults: number;
  /** Instances about which nothing can be said, and why. */
  readonly unknown: readonly {
    readonly node: string;
    readonly instance: string;
    readonly reason: string;
  }[];
}
