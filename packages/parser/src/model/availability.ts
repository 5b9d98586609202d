import { compareReleases, type Release } from '../schema/releases.ts';
import type { Availability } from '../schema/value.ts';
import type { Word } from '../syntax/tree.ts';
import { context, type Reading } from './reading.ts';

/** Whether a release reads something. */
export function isReadIn({ since, removed }: Availability, release: Release): boolean {
  if (since !== undefined && compareReleases(release, since) < 0) return false;
  return removed === undefined || compareReleases(release, removed) < 0;
}

/** Whether the release reads this value of a keyword; reports it when not. */
export function isAvailable(
  availability: Readonly<Record<string, Availability>> | undefined,
  value: string,
  word: Word,
  at: Reading,
): boolean {
  const known = availability && Object.hasOwn(availability, value) && availability[value];
  if (!known || isReadIn(known, at.release)) return true;
  at.report({ kind: 'unavailable-value', word, availability: known, ...context(at) });
  return false;
}
