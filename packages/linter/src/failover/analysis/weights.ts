import { addressOwnerPriority, basePriorityOf } from '../../cluster/effective.ts';
import { groupOf } from '../../cluster/sync-groups.ts';
import type { Member, VirtualRouter } from '../../cluster/virtual-routers.ts';
import { contribution, effectivePriority } from '../election/priority.ts';
import { hasTrackLines, trackingOf, type Tracking } from '../model/tracked-items.ts';

/** What changes the priority of an instance by a number that the configuration tells: no files. */
export function weightsOf({ node, instance }: Member): readonly Tracking[] {
  if (!hasTrackLines(node, instance)) return [];
  return trackingOf(node, instance).filter(({ kind, weight }) => weight !== 0 && kind !== 'file');
}

/** Whether the priority depends on the number in a file, which nobody but the file tells. */
export function dependsOnFile({ node, instance }: Member): boolean {
  if (!hasTrackLines(node, instance)) return false;
  return trackingOf(node, instance).some(({ kind, weight }) => weight !== 0 && kind === 'file');
}

/** Base priority and the weights of all that works, before that is limited to 1 to 254. */
export function healthySum(member: Member): number {
  return weightsOf(member).reduce(
    (total, each) => total + contribution(each, true),
    basePriorityOf(member.instance).value,
  );
}

/**
 * The priority that an instance announces while everything works. Undefined when it depends on a file: then
 * nothing should be said about who is master.
 */
export function announcedPriorityOf(member: Member): number | undefined {
  const { value: base } = basePriorityOf(member.instance);
  if (base === addressOwnerPriority) return base;
  return dependsOnFile(member) ? undefined : effectivePriority(0, healthySum(member));
}

/** Whether an instance can be the one with the higher priority of two, whatever fails. */
export function canOutrank(member: Member, other: Member): boolean {
  const own = announcedPriorityOf(member);
  const theirs = announcedPriorityOf(other);
  if (own === undefined || theirs === undefined || own >= theirs) return true;
  return weightsOf(other).length > 0;
}

/**
 * Whether nothing needs to be computed to see that weights do what they should: there are none; or all nodes
 * have the same ones, each of them larger than the difference of any two priorities, and no sum comes to a limit.
 */
export function areWeightsPlain({ members }: VirtualRouter): boolean {
  const [first] = members;
  if (!first || members.length === 1) return true;
  // The others of a sync group may have weights.
  if (members.some(({ node, instance }) => groupOf(node.config, instance))) return false;
  if (members.some(dependsOnFile)) return false;
  const weights = members.map(weightsOf);
  if (weights.every(({ length }) => length === 0)) return true;
  if (members.some(isSpecial)) return false;
  const bases = members.map(({ instance }) => basePriorityOf(instance).value);
  const [lowest, highest] = [Math.min(...bases), Math.max(...bases)];
  const sums = members.map(healthySum);
  const [signature, ...others] = weights.map(signatureOf);
  return (
    new Set(bases).size === bases.length &&
    others.every((other) => other === signature) &&
    weights
      .flat()
      .every(({ weight, reverse }) => !reverse && Math.abs(weight) > highest - lowest) &&
    lowest > 1 &&
    sums.every((sum) => sum < addressOwnerPriority)
  );
}

function isSpecial({ instance }: Member): boolean {
  return (
    instance.nopreempt !== undefined || basePriorityOf(instance).value === addressOwnerPriority
  );
}

function signatureOf(weights: readonly Tracking[]): string {
  return JSON.stringify(weights.map(({ kind, name, weight }) => [kind, name, weight]).sort());
}
