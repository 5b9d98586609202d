import { writeSync } from 'node:fs';
import { isTerminal } from '../terminal/output.ts';

/** Shows on a terminal how far a run is. */
export interface Progress {
  /** @param of how much there is to do */
  readonly show: (what: string, done: number, of: number) => void;
  /** Leaves no trace. */
  readonly clear: () => void;
}

const silent: Progress = { show: () => undefined, clear: () => undefined };

const barWidth = 30;

/** Often enough to be seen moving, rarely enough to cost nothing. */
const millisecondsBetween = 100;

/**
 * A bar on standard error, which only a terminal shows, and none that a CI service pretends to have. A library for
 * this is larger than the bar: its one line is the only one on the screen until the report comes.
 */
export function progressFor(
  isQuiet: boolean,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Progress {
  if (isQuiet || environment['CI'] || environment['TERM'] === 'dumb' || !isTerminal('stderr'))
    return silent;
  return bar((text) => void writeSync(2, text), Date.now);
}

/** The bar itself, which writes to a terminal. */
export function bar(write: (text: string) => void, now: () => number): Progress {
  let last = -Infinity;
  let isShown = false;
  return {
    show: (what, done, of) => {
      if (done < of && now() - last < millisecondsBetween) return;
      last = now();
      isShown = true;
      const full = Math.floor((barWidth * done) / Math.max(1, of));
      const picture = '#'.repeat(full) + '.'.repeat(barWidth - full);
      write(`\r${picture} ${what} ${done} of ${of}\u001B[K`);
    },
    clear: () => {
      if (isShown) write('\r\u001B[K');
      isShown = false;
    },
  };
}
