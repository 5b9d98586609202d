import { compareReleases, type Release } from '@kalint/parser';
import { locationOf } from '../diagnostic.ts';
import { familyOf, isUnicast, versionOf, type Effective } from './effective.ts';
import type { Member } from './virtual-routers.ts';

/** The first release that knows v3_checksum_as_v2. */
export const asVersion2Since: Release = '2.2.8';

/** RFC 5798, section 5.2.8: version 3 has one, and IPv6 leaves the checksum to the kernel. */
export function hasPseudoHeader({ node, instance }: Member): boolean {
  return familyOf(instance) === 4 && versionOf(node, instance).value === 3;
}

/** v3_checksum_as_v2 of the instance, else the global one. */
export function checksumAsVersion2Of({ node, instance }: Member): Effective<boolean> {
  const own = instance.v3_checksum_as_v2;
  if (own) return { value: own.value, at: locationOf(own), from: 'instance' };
  const general = node.config.global_defs?.v3_checksum_as_v2;
  if (general) return { value: true, at: locationOf(general), from: 'global' };
  return { value: false, at: locationOf(instance), from: 'default' };
}

/**
 * Whether a receiver drops what a sender of the same version sends because it computes another checksum:
 * vrrp_check_packet() in keepalived/vrrp/vrrp.c. With v3_checksum_as_v2 it looks at none. Of the old
 * checksum of unicast it finds out by itself, unless old_unicast_checksum says which one it is.
 */
export function refusesChecksum(receiver: Member, sender: Member, release: Release): boolean {
  if (!hasPseudoHeader(receiver) || !hasPseudoHeader(sender)) return false;
  if (compareReleases(release, asVersion2Since) >= 0) {
    if (checksumAsVersion2Of(receiver).value) return false;
    if (checksumAsVersion2Of(sender).value) return true;
  }
  const own = oldChecksumOf(receiver);
  const theirs = oldChecksumOf(sender);
  return own !== undefined && theirs !== undefined && own !== theirs;
}

function oldChecksumOf({ instance }: Member): 'always' | 'never' | undefined {
  const setting = instance.old_unicast_checksum;
  return setting && isUnicast(instance) ? (setting.value ?? 'always') : undefined;
}
