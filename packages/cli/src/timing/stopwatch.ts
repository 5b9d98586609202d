/** Takes down what the parts of a run cost, for --timing. */
export interface Stopwatch {
  /** Says what was done since it was last asked, or since the beginning. */
  readonly lap: (step: string) => void;
  /** Does a part of a step, once. */
  readonly measured: <T>(part: string, work: () => T) => T;
  /** What it has taken down, as lines for people. */
  readonly table: () => readonly string[];
}

/** Takes down nothing. */
export const noStopwatch: Stopwatch = {
  lap: () => undefined,
  measured: (_, work) => work(),
  table: () => [],
};
