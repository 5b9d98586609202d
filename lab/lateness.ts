import { Worker } from 'node:worker_threads';

/** What the thread says: it woke up later than it wanted to. */
interface Late {
  /** Seconds since 1970. */
  readonly time: number;
  readonly seconds: number;
}

/** How busy the machine is. */
export interface Lateness {
  /**
   * By how many seconds something came too late, at most, that wanted a processor between two times, which are
   * seconds since 1970. Less than a hundredth is not noticed.
   */
  readonly between: (start: number, end: number) => number;
  readonly close: () => Promise<unknown>;
}

/** Watches with a thread that does nothing but sleep: what it cannot do in time, no daemon can. */
export function watchLateness(): Lateness {
  const seen: Late[] = [];
  const thread = new Worker(new URL('./lateness-thread.mjs', import.meta.url));
  thread.on('message', (late: Late) => void seen.push(late));
  return {
    between: (start, end) =>
      seen
        .filter(({ time }) => start <= time && time <= end)
        .reduce((most, { seconds }) => Math.max(most, seconds), 0),
    close: () => thread.terminate(),
  };
}
