import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { tune } from './tune.ts';
import { workersFor, type Work, type WorkSettings } from './work.ts';

/*
 * Who does the work of a fleet. A pool library would bring a worker entry of its own, which cannot be put into one
 * file with what it runs, and queues, cancelling and recycling that one run of a few seconds has no use for.
 */

/** Does all of some work, whoever is part of it. */
export interface Crew {
  /**
   * What is kept of the results stands in the order of what was given. Rejects with the error of a thread that fails;
   * the crew is of no use then.
   *
   * @param keep takes what is wanted out of a result, as soon as it is there
   * @param advance is told how much is done
   */
  readonly all: <Kind extends keyof Work, Kept>(
    kind: Kind,
    given: readonly Work[Kind]['given'][],
    keep: (result: Work[Kind]['result']) => Kept,
    advance: (done: number) => void,
  ) => Promise<readonly Kept[]>;
  readonly dismiss: () => Promise<void>;
}

/** A crew of none but this thread. */
export function aloneWith(settings: WorkSettings): Crew {
  const workers = workersFor(settings);
  return {
    all: async (kind, given, keep, advance) => {
      const kept: ReturnType<typeof keep>[] = [];
      for (const each of given) advance(kept.push(keep(await workers[kind](each))));
      return kept;
    },
    dismiss: async () => undefined,
  };
}

/** What is sent to a thread: a little work of one kind. The results come back, in the same order. */
export type Order = {
  readonly [Kind in keyof Work]: {
    readonly kind: Kind;
    readonly given: readonly Work[Kind]['given'][];
  };
}[keyof Work];

/** So much is sent at once: few messages, and the last thread is not waited for long. */
const mostAtOnce = 8;

/** Of a thread; whoever has a larger file than this is good for has no fleet. */
const heapInMegabytes = 512;

/** A crew of threads. Each does what is next as soon as it can; who has done what nobody can tell afterwards. */
export function crewOf(threads: number, settings: WorkSettings): Crew {
  const file = join(import.meta.dirname, 'fleet-worker.cjs');
  tune();
  const hands = Array.from(
    { length: threads },
    () =>
      new Worker(file, {
        workerData: settings,
        resourceLimits: { maxOldGenerationSizeMb: heapInMegabytes },
      }),
  );
  return {
    all: async (kind, given, keep, advance) => {
      const kept: ReturnType<typeof keep>[] = [];
      let next = 0;
      let done = 0;
      const work = async (hand: Worker): Promise<void> => {
        while (next < given.length) {
          const first = next;
          next = Math.min(given.length, first + mostAtOnce);
          const made = await ask(hand, kind, given.slice(first, next));
          for (const [index, result] of made.entries()) kept[first + index] = keep(result);
          done += made.length;
          advance(done);
        }
      };
      await Promise.all(hands.map(work));
      return kept;
    },
    dismiss: async () => void (await Promise.all(hands.map((hand) => hand.terminate()))),
  };
}

/** One order, and what comes of it; a thread that ends, for whatever reason, has failed. */
function ask<Kind extends keyof Work>(
  hand: Worker,
  kind: Kind,
  given: readonly Work[Kind]['given'][],
): Promise<readonly Work[Kind]['result'][]> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      hand.off('message', succeed).off('error', fail).off('messageerror', fail).off('exit', end);
    };
    const succeed = (results: readonly Work[Kind]['result'][]): void => {
      settle();
      resolve(results);
    };
    const fail = (error: unknown): void => {
      settle();
      reject(error);
    };
    const end = (): void => fail(new Error('a thread has ended before its work was done'));
    hand.on('message', succeed).on('error', fail).on('messageerror', fail).on('exit', end);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows of a browser
    hand.postMessage({ kind, given });
  });
}
