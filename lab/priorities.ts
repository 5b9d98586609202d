/** An instance begins to announce another priority, or the daemon starts and all have their own again. */
export interface PriorityChange {
  /** Seconds since 1970. */
  readonly time: number;
  /** Index of the host. */
  readonly host: number;
  /** Undefined for all instances of the host. */
  readonly instance: string | undefined;
  /** Undefined: the one that is configured. */
  readonly priority: number | undefined;
}

/** `1795249279.003 (VI_1) Changing effective priority from 100 to 80`, and what daemon.ts writes at a start. */
const line = /^(\d+\.\d+) (?:-- started|\((.+)\) Changing effective priority from \d+ to (\d+))$/gm;

/** The changes of priorities that a daemon has written into its log. */
export function priorityChangesIn(log: string, host: number): readonly PriorityChange[] {
  return [...log.matchAll(line)].map(([, time, instance, priority]) => ({
    ...{ time: Number(time), host, instance },
    priority: priority === undefined ? undefined : Number(priority),
  }));
}

/** What an instance announces at a time; `configured` unless its host's log says something else. */
export function priorityAt(
  changes: readonly PriorityChange[],
  host: number,
  instance: string,
  configured: number,
  time: number,
): number {
  const last = changes.findLast(
    (change) =>
      change.host === host &&
      change.time <= time &&
      (change.instance === undefined || change.instance === instance),
  );
  return last?.priority ?? configured;
}
