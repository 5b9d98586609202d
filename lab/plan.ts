import type { Event } from '@kalint/linter';

/** What is done to a cluster. */
export interface Plan {
  readonly name: string;
  readonly nodes: readonly PlannedNode[];
  /**
   * `together`: all nodes start at the same moment. `apart`: they start with all links cut, and get them when
   * each one is master or cannot be; then the highest priority wins whoever was quicker to start.
   */
  readonly start: 'together' | 'apart';
  readonly events: readonly PlannedEvent[];
}

export interface PlannedNode {
  readonly name: string;
  /**
   * Its keepalived.conf. What `/lab/` stands for is the node's own folder: there a script named chk has its file
   * /lab/chk, a file its text and a process its program.
   */
  readonly text: string;
}

export interface PlannedEvent extends Event {
  /** A script that fails gives no answer any more instead of a bad one. */
  readonly hangs?: boolean;
}
