import type { Location, Word } from '@kalint/parser';
import type { Member } from '../../cluster/virtual-routers.ts';

/*
 * What the election depends on, as numbers and names: made from the nodes' configurations by read-model.ts,
 * and by tests from nothing. Nodes, virtual routers and members are called by their indices in these lists.
 */

/** Virtual routers whose fates are tied together: by a sync group or a shared check, or for no reason at all. */
export interface FailoverModel {
  readonly nodes: readonly ModelNode[];
  readonly routers: readonly ModelRouter[];
}

/** One host. */
export interface ModelNode {
  /** As faults and reports call it; each once. */
  readonly name: string;
  /** What some instance of the node tracks, its own interfaces too; each kind and name once. */
  readonly items: readonly TrackedItem[];
  /** Seconds that keepalived waits before it takes part (vrrp_startup_delay). */
  readonly startupDelay: number;
  /**
   * Up to release 2.2.7 each advertisement that is discarded while keepalived waits makes the timer longer by
   * what is left of the delay (vrrp_init_instance_sands() in keepalived/vrrp/vrrp_scheduler.c).
   */
  readonly isDelayStretched?: boolean;
}

/** The kinds of things that keepalived can track. */
export type ItemKind = 'script' | 'interface' | 'process' | 'file' | 'bfd';

/** Something that can fail on a node and that an instance notices. */
export interface TrackedItem {
  readonly kind: ItemKind;
  readonly name: string;
  /** Seconds from the failure until keepalived acts on it. */
  readonly detection: Bounds;
  /** Seconds from the repair until keepalived acts on it. */
  readonly recovery: Bounds;
  /** Of a file: the number in it while nothing has happened; 0 for a file that is missing. */
  readonly value: number;
}

/** Seconds, in the best and in the worst case. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Instances that elect one master among them. */
export interface ModelRouter {
  /** Unique, made for reports: `VI_1`, or `VI_1 (51)` where names repeat. */
  readonly id: string;
  readonly virtualRouterId: number | undefined;
  readonly family: 4 | 6;
  /** At most one for each node, in the order of the nodes. */
  readonly members: readonly ModelMember[];
}

/** An instance. */
export interface ModelMember {
  /** Index of its node. */
  readonly node: number;
  /** Its name. */
  readonly instance: string;
  /** The interface that carries its advertisements. */
  readonly interface: string | undefined;
  /** 1 to 255; 255 is the address owner's, and no check changes it. */
  readonly base: number;
  readonly trackers: readonly ModelTracker[];
  /** False with nopreempt: a master of lower priority is left in place. */
  readonly preempt: boolean;
  /** Seconds for which a master of lower priority is left in place. */
  readonly preemptDelay: number;
  /** The owner with `state MASTER`, which sends at once and does not listen first. */
  readonly startsAsMaster: boolean;
  readonly version: 2 | 3;
  /** Seconds between two advertisements. */
  readonly advertInterval: number;
  /** Advertisements that must be missing before the master is taken for dead (down_timer_adverts). */
  readonly downTimerAdverts: number;
  /** The members, by index in the router, whose advertisements it receives and accepts while links are up. */
  readonly hears: ReadonlySet<number>;
  /**
   * Its primary address so that a higher one compares as greater; undefined when it is not known. It decides
   * between two masters of equal priority.
   */
  readonly address: string | undefined;
  /** The sync group of its node to which it belongs, by name. */
  readonly syncGroup: string | undefined;
  /** The instance as it is written; absent in models that tests make. */
  readonly origin?: Member;
}

/** How a tracked item acts on an instance. */
export interface ModelTracker {
  /** Index of the item in the node's list. */
  readonly item: number;
  /** 0: the failure puts the instance into FAULT. Of a file: what one in the file counts. */
  readonly weight: number;
  readonly reverse: boolean;
  /** The weight where it is written, else the name in the track block; absent in models that tests make. */
  readonly at?: Location;
  /** The name, where it is tracked; absent in models that tests make. */
  readonly word?: Word;
}
