import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { workersFor, type Work, type WorkSettings } from './work.ts';

/*
 * Who does the work of a fleet. A pool library would bring a worker entry of its own, which cannot be put into one
 * file with what it runs, and queues, cancelling and recycling that one run of a few seconds has no use for.
 */

/** Does all of some work, whoever is part of it. */
export interface Crew {
  /**
   * The results stand in the order of what was given. Rejects with the error of a thread that fails; the crew is of
   * no use then.
   *
   * @param advance is told how much is done
   */
  readonly all: <Kind extends keyof Work>(
    kind: Kind,
    given: readonly Work[Kind]['given'][],
    advance: (done: number) => void,
  ) => Promise<readonly Work[Kind]['result'][]>;
  readonly dismiss: () => Promise<void>;
}

/** A crew of none but this thread. */
export function aloneWith(settings: WorkSettings): Crew {
  const workers = workersFor(settings);
  return {
    all: async (kind, given, advance) => {
      const results: Work[typeof kind]['result'][] = [];
      for (const each of given) {
        results.push(await workers[kind](each));
        advance(results.length);
      }
      return results;
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

/**
 * V8 forgets the machine code of a function that nobody holds when it cleans up its old memory, and most functions
 * here are made anew for each file: a third of all time went into compiling them again, and again with all that
 * they call. So it cleans up later (in MB) and takes less of what is called into a function (in bytes). Node.js 20,
 * 22 and 24 know both; what a later one does not know it would complain of.
 */
const tuning = ['--initial-old-space-size=100', '--max-inlined-bytecode-size-cumulative=300'];
const lastTuned = 24;

function tune(): void {
  if (Number.parseInt(process.versions.node, 10) > lastTuned) return;
  for (const flag of tuning) setFlagsFromString(flag);
}

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
    all: async (kind, given, advance) => {
      const results: Work[typeof kind]['result'][] = [];
      let next = 0;
      let done = 0;
      const work = async (hand: Worker): Promise<void> => {
        while (next < given.length) {
          const first = next;
          next = Math.min(given.length, first + mostAtOnce);
          const made = await ask(hand, kind, given.slice(first, next));
          for (const [index, result] of made.entries()) results[first + index] = result;
          done += made.length;
          advance(done);
        }
      };
      await Promise.all(hands.map(work));
      return results;
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
