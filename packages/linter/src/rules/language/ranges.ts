const units: ReadonlyMap<string, string> = new Map([
  ['s', 'seconds'],
  ['ms', 'milliseconds'],
  ['us', 'microseconds'],
]);

/** `from 1 to 255`, `from 0.01 to 255 seconds`, `more than 0 and at most 3600 seconds` */
export function describeRange(min: number, max: number, unit: string | undefined): string {
  const behind = unit === undefined ? '' : ` ${units.get(unit) ?? unit}`;
  const bounds =
    min > 0 && min < 0.0001
      ? `more than 0 and at most ${readable(max)}`
      : `from ${readable(min)} to ${readable(max)}`;
  return bounds + behind;
}

/** Large numbers in groups of three digits; ports and the like as they are written. */
function readable(value: number): string {
  return Math.abs(value) < 100_000
    ? String(value)
    : value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}
