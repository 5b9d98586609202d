import { compareReleases, type Release } from '@kalint/parser';

/** Up to 1.4 `state MASTER` started as master; since then only priority 255 does. */
const startsAsBackupSince: Release = '2.0.0';

/** Whether `state MASTER` makes a node master before it has listened to the others. */
export function startsAsMaster(release: Release): boolean {
  return compareReleases(release, startsAsBackupSince) < 0;
}
