import { compareReleases, newestRelease, type Release } from '@kalint/parser';

interface Available {
  readonly since?: Release;
  readonly removed?: Release;
}

/** Whether the newest release reads a value, an operand or an option. */
export function isAvailable(schema: Available | undefined): boolean {
  if (schema?.since && compareReleases(newestRelease, schema.since) < 0) return false;
  return !schema?.removed || compareReleases(newestRelease, schema.removed) < 0;
}
