import { setFlagsFromString } from 'node:v8';

/*
 * What V8 is told before the threads of a fleet start. It forgets the machine code of a function that nobody holds when
 * it cleans up its old memory, and most functions here are made anew for each file: a third of all time went into
 * compiling them again, and again with all that they call.
 */

interface Flag {
  readonly flag: string;
  /** The first and the last release of Node.js that is known to know it: of others V8 complains. */
  readonly from: number;
  readonly to: number;
}

const flags: readonly Flag[] = [
  /** Old memory is cleaned up later; in MB. */
  { flag: '--initial-old-space-size=100', from: 20, to: 24 },
  /** Less of what is called is taken into a function; in bytes. */
  { flag: '--max-inlined-bytecode-size-cumulative=300', from: 20, to: 24 },
  /**
   * Functions are compiled later (67,584 by default): a tenth of all time. Later releases have a second compiler,
   * which is quick, before the slow one.
   */
  { flag: '--interrupt-budget=400000', from: 20, to: 20 },
];

/** Has an effect on this thread and on those that it starts from now on. */
export function tune(): void {
  const release = Number.parseInt(process.versions.node, 10);
  for (const { flag, from, to } of flags)
    if (from <= release && release <= to) setFlagsFromString(flag);
}
