import { setTimeout as delay } from 'node:timers/promises';

/** Seconds since 1970, with parts of a millisecond; the same clock as that of `ip -ts`. */
export function now(): number {
  return (performance.timeOrigin + performance.now()) / 1000;
}

/** Waits so many seconds. Throws when the signal comes. */
export async function sleep(seconds: number, signal: AbortSignal): Promise<void> {
  await delay(seconds * 1000, undefined, { signal });
}
