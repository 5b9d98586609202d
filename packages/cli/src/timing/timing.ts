import type { Stopwatch } from './stopwatch.ts';

/* What --timing needs; loaded only for it. */

/** A step of a run, and the parts of it that were measured. */
export interface Step {
  readonly name: string;
  /** In milliseconds. */
  readonly duration: number;
  readonly parts: ReadonlyMap<string, number>;
}

/**
 * Starts to take the time.
 *
 * @param now the time in milliseconds
 * @param started when the run began
 */
export function startStopwatch(now: () => number, started: number): Stopwatch {
  const steps: Step[] = [];
  let since = started;
  let parts = new Map<string, number>();
  return {
    lap: (name) => {
      const at = now();
      steps.push({ name, duration: at - since, parts });
      since = at;
      parts = new Map();
    },
    measured: (part, work) => {
      const from = now();
      try {
        return work();
      } finally {
        parts.set(part, (parts.get(part) ?? 0) + now() - from);
      }
    },
    table: () => timingTable(steps),
  };
}

/** So many parts of a step are named, those that took longest; the others are added up. */
const mostParts = 12;

/** Where the time went, as lines for people. */
export function timingTable(steps: readonly Step[]): readonly string[] {
  const rows = steps.flatMap(({ name, duration, parts }) => [
    [name, duration] as const,
    ...rowsOf(parts, duration),
  ]);
  const total = steps.reduce((sum, { duration }) => sum + duration, 0);
  const all = [...rows, ['in all', total] as const];
  const width = Math.max(...all.map(([name]) => name.length));
  const lines = all.map(
    ([name, duration]) => `  ${name.padEnd(width)} ${duration.toFixed(1).padStart(9)} ms`,
  );
  return ['where the time went', ...lines];
}

function rowsOf(
  parts: ReadonlyMap<string, number>,
  duration: number,
): readonly (readonly [name: string, duration: number])[] {
  if (parts.size === 0) return [];
  const sorted = [...parts].sort(([, a], [, b]) => b - a);
  const shown = sorted.slice(0, mostParts);
  const rest = sorted.slice(mostParts);
  const restSum = rest.reduce((sum, [, each]) => sum + each, 0);
  const other = duration - sorted.reduce((sum, [, each]) => sum + each, 0);
  return [
    ...shown.map(([name, each]) => [`  ${name}`, each] as const),
    ...(rest.length > 0 ? [[`  ${rest.length} others`, restSum] as const] : []),
    // In several threads the parts take longer than the whole.
    ...(other > 0 ? [['  between them', other] as const] : []),
  ];
}
