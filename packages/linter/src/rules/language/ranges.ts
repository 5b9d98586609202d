const units: ReadonlyMap<string, string> = new Map([
  ['s', 'seconds'],
  ['ms', 'milliseconds'],
  ['us', 'microseconds'],
  ['1/4 ms', 'quarters of a millisecond'],
  ['1/8 ms', 'eighths of a millisecond'],
]);

/** `seconds` for `s` */
export function unitName(unit: string): string {
  return units.get(unit) ?? unit;
}

/** ` seconds`, with its blank; nothing for a plain number. */
function behind(unit: string | undefined): string {
  return unit === undefined ? '' : ` ${unitName(unit)}`;
}

/** A number and its unit: `120,000 milliseconds` */
export function describeAmount(value: number, unit: string | undefined): string {
  return readable(value) + behind(unit);
}

/** `from 1 to 255`, `from 0.01 to 255 seconds`, `more than 0 and at most 3600 seconds` */
export function describeRange(min: number, max: number, unit: string | undefined): string {
  const bounds =
    min > 0 && min < 0.0001
      ? `more than 0 and at most ${readable(max)}`
      : `from ${readable(min)} to ${readable(max)}`;
  return bounds + behind(unit);
}

/** Large numbers in groups of three digits; ports and the like as they are written. */
function readable(value: number): string {
  return Math.abs(value) < 100_000
    ? String(value)
    : value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}
