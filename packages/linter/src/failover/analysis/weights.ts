import type { VrrpInstance } from '@kalint/parser';
import { addressOwnerPriority, basePriorityOf } from '../../cluster/effective.ts';
import type { Node } from '../../cluster/node.ts';
import { groupOf } from '../../cluster/sync-groups.ts';
import type { Member, VirtualRouter } from '../../cluster/virtual-routers.ts';
import { contribution, effectivePriority } from '../election/priority.ts';
import { trackingOf, type Tracking } from '../model/tracked-items.ts';

/** What changes the priority of an instance by a number that the configuration tells: no files. */
export function weightsOf(node: Node, instance: VrrpInstance): readonly Tracking[] {
  return trackingOf(node, instance).filter(({ kind, weight }) => weight !== 0 && kind !== 'file');
}

/** Whether the priority depends on the number in a file, which nobody but the file tells. */
export function dependsOnFile(node: Node, instance: VrrpInstance): boolean {
  return trackingOf(node, instance).some(({ kind, weight }) => weight !== 0 && kind === 'file');
}

/** Base priority and the weights of all that works, before that is limited to 1 to 254. */
export function healthySum(node: Node, instance: VrrpInstance): number {
  return weightsOf(node, instance).reduce(
    (total, each) => total + contribution(each, true),
    basePriorityOf(instance).value,
  );
}

/**
 * The priority that an instance announces while everything works. Undefined when it depends on a file: then
 * nothing should be said about who is master.
 */
export function announcedPriorityOf(node: Node, instance: VrrpInstance): number | undefined {
  const { value: base } = basePriorityOf(instance);
  if (base === addressOwnerPriority) return base;
  return dependsOnFile(node, instance)
    ? undefined
    : effectivePriority(0, healthySum(node, instance));
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
  if (members.some(({ node, instance }) => dependsOnFile(node, instance))) return false;
  const weights = members.map(({ node, instance }) => weightsOf(node, instance));
  if (weights.every(({ length }) => length === 0)) return true;
  if (members.some(isSpecial)) return false;
  const bases = members.map(({ instance }) => basePriorityOf(instance).value);
  const [lowest, highest] = [Math.min(...bases), Math.max(...bases)];
  const sums = members.map(({ node, instance }) => healthySum(node, instance));
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
