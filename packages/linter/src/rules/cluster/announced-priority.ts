import type { Member } from '../../cluster/virtual-routers.ts';
import * as weights from '../../failover/analysis/weights.ts';

/**
 * The priority that an instance announces while everything works. Undefined when the text does not
 * tell: then nothing should be said about who is master.
 */
export function announcedPriorityOf({ node, instance }: Member): number | undefined {
  return weights.announcedPriorityOf(node, instance);
}

/** Whether an instance can be the one with the higher priority of two, whatever fails. */
export function canOutrank(member: Member, other: Member): boolean {
  const own = announcedPriorityOf(member);
  const theirs = announcedPriorityOf(other);
  if (own === undefined || theirs === undefined || own >= theirs) return true;
  return weights.weightsOf(other.node, other.instance).length > 0;
}
