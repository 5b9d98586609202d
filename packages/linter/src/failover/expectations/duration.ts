/*
 * Spans of time as people write them: `5s`, `90m`, `12h`, `30d`, `1y`, `1h30m`, `0.5s`, `250ms`. A year is
 * 365 days, 8760 hours, the round year in which availability is usually counted.
 */

const units = [
  ['y', 365 * 86_400],
  ['w', 7 * 86_400],
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
  ['ms', 0.001],
] as const;

const secondsOf: ReadonlyMap<string, number> = new Map(units);

/** Seconds of a year: see above. */
export const year = 365 * 86_400;

/** The longest duration that is read, in seconds: more than a million years say nothing. */
const longest = 1e6 * year;

/** Seconds of a duration, 0 and more; undefined when a text is none. A number without a unit is none. */
export function parseDuration(text: string): number | undefined {
  if (!/^(?:\d{1,15}(?:\.\d{1,9})?(?:ms|[ywdhms]))+$/.test(text)) return undefined;
  let seconds = 0;
  for (const [, number, unit = ''] of text.matchAll(/([\d.]+)(ms|[ywdhms])/g))
    seconds += Number(number) * (secondsOf.get(unit) ?? 0);
  return seconds <= longest ? seconds : undefined;
}

/**
 * The duration for people, shortened to its two largest units: `3.6 s`, `5 min 15 s`, `3 h 39 min`.
 * Infinity is `without end`.
 */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'without end';
  if (seconds > 0 && seconds < 0.9995) return `${Number((seconds * 1000).toPrecision(2))} ms`;
  for (const [unit, size, smallerUnit, smaller] of pairsOfUnits) {
    const rounded = Math.round(seconds / smaller) * smaller;
    if (rounded < size || seconds < 59.95) continue;
    const rest = (rounded % size) / smaller;
    const first = `${Math.floor(rounded / size)} ${unit}`;
    return rest > 0 ? `${first} ${rest} ${smallerUnit}` : first;
  }
  return `${Number(seconds.toFixed(1))} s`;
}

const pairsOfUnits = [
  ['d', 86_400, 'h', 3_600],
  ['h', 3_600, 'min', 60],
  ['min', 60, 's', 1],
] as const;
