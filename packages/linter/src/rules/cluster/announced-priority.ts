import { addressOwnerPriority, basePriorityOf } from '../../cluster/effective.ts';
import type { Member } from '../../cluster/virtual-routers.ts';
import { healthyPriority } from '../../failover/priority.ts';
import { trackersOf } from '../../failover/trackers.ts';
import { groupsNaming } from '../tracking/sync-groups.ts';

/**
 * The priority that an instance announces while everything works. Undefined when the text does not
 * tell: then nothing should be said about who is master.
 */
export function announcedPriorityOf(member: Member): number | undefined {
  const base = basePriorityOf(member.instance).value;
  if (base === addressOwnerPriority || !isTracking(member)) return base;
  const trackers = trackersOf(member.node, member.instance);
  return trackers && healthyPriority(base, trackers);
}

/** Whether an instance can be the one with the higher priority of two, whatever fails. */
export function canOutrank(member: Member, other: Member): boolean {
  const own = announcedPriorityOf(member);
  const theirs = announcedPriorityOf(other);
  if (own === undefined || theirs === undefined || own >= theirs) return true;
  return (trackersOf(other.node, other.instance) ?? []).length > 0;
}

/** Whether anything is tracked by the instance, or by a sync group in which it is. */
function isTracking({ node, instance }: Member): boolean {
  return [instance, ...groupsNaming(node.config, instance)].some(
    ({ track_script, track_interface, track_file, track_process, track_bfd }) =>
      [track_script, track_interface, track_file, track_process, track_bfd].some(
        (list) => (list?.entries.length ?? 0) > 0,
      ),
  );
}
