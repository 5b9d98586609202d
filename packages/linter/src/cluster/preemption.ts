import type { VrrpInstance } from '@kalint/parser';
import { addressOwnerPriority, basePriorityOf, isStrict } from './effective.ts';
import { initialStateOf } from './initial-state.ts';
import type { Node } from './node.ts';
import { isReadBefore } from './reading-order.ts';

/**
 * Whether an instance takes over from a master of lower priority: it does not with nopreempt, which a
 * `preempt` below it takes back, and so does an initial state of MASTER (vrrp_complete_instance()).
 */
export function preempts(node: Node, instance: VrrpInstance): boolean {
  const { nopreempt, preempt } = instance;
  if (!nopreempt || (preempt && isReadBefore(nopreempt, preempt, instance))) return true;
  return (
    basePriorityOf(instance).value === addressOwnerPriority ||
    initialStateOf(node, instance) === 'MASTER'
  );
}

/**
 * Seconds, 0 to 1000, for which it leaves a master of lower priority in place. preempt_delay does not go with
 * nopreempt, an initial state of MASTER or strict mode, and is reset then (vrrp_complete_instance()).
 */
export function preemptDelayOf(node: Node, instance: VrrpInstance): number {
  const isVoid =
    !preempts(node, instance) ||
    isStrict(node, instance) ||
    initialStateOf(node, instance) === 'MASTER';
  return isVoid ? 0 : (instance.preempt_delay?.value ?? 0);
}
