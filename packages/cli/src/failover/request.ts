import type { ConfigurationOptions, ReadingOptions } from '../options/settings.ts';

/** What `kalint failover` is asked for. */
export interface FailoverRequest {
  readonly kind: 'failover';
  readonly invocation: FailoverInvocation;
}

export const formats = ['pretty', 'json', 'markdown', 'html', 'svg', 'junit'] as const;
export type Format = (typeof formats)[number];

export interface FailoverInvocation extends ReadingOptions, ConfigurationOptions {
  /** None: those of the clusters that the configuration file names. */
  readonly files: readonly string[];
  /** The name of one of these clusters; undefined: all of them are examined. */
  readonly cluster: string | undefined;
  /** What fails and is repaired, one after the other; empty: everything that can fail is examined. */
  readonly events: readonly WrittenEvent[];
  /** So many faults at once are examined. */
  readonly maxFaults: number;
  readonly format: Format;
  /** The file that the report is written to; undefined: it is printed. */
  readonly output: string | undefined;
  /** Between two occurrences of a fault, as `30d`; undefined: nothing is said of availability. */
  readonly mtbf: string | undefined;
  /** Until a fault is repaired; undefined: nothing is known of it. */
  readonly mttr: string | undefined;
  /** Undefined: nothing is said about colours. */
  readonly color: boolean | undefined;
}

/** `--fail` or `--repair`. What the fault means depends on the nodes, which are not known yet. */
export interface WrittenEvent {
  readonly change: 'fail' | 'repair';
  readonly fault: string;
}

/** The words with which a command line begins that asks for it. */
export const failoverCommands: readonly string[] = ['failover'];
