import type { MarkPlace } from './marks.ts';

/** Which files are one cluster. */
export interface Grouping {
  /** Every file in one of them; sorted by their first files. */
  readonly clusters: readonly GroupedCluster[];
  /** What files share without being one cluster. */
  readonly coincidences: readonly Coincidence[];
}

/** Files that are one cluster, perhaps only one file. */
export interface GroupedCluster {
  /** Their paths, sorted. */
  readonly files: readonly string[];
  /** Why they are together: as many as it takes to connect them all, the strongest first. */
  readonly reasons: readonly Reason[];
}

/** Why files are one cluster. */
export interface Reason {
  /**
   * - `peers`: instances send to each other.
   * - `address`: they have the same virtual address.
   * - `sender`: what one sends from, others have among their peers.
   * - `service`: they have the same virtual server, and no instances.
   * - `likeness`: they are a pair in VRID, name, interface, network and priorities.
   * - `include`: one file includes the other.
   */
  readonly kind: 'peers' | 'address' | 'sender' | 'service' | 'likeness' | 'include';
  /** What they share, as people write it. */
  readonly what: string;
  /** The files that it joins, two or more. */
  readonly files: readonly string[];
  /** Where it is written, in these files or in those that they include. */
  readonly places: readonly MarkPlace[];
}

/** Something that files share by chance. */
export interface Coincidence extends Reason {
  /** Why it is no reason: a clause for a sentence. */
  readonly because: string;
}
