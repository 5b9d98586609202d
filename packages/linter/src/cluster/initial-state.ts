import type { VrrpInstance } from '@kalint/parser';
import { addressOwnerPriority, basePriorityOf, isStrict } from './effective.ts';
import { authenticationOf } from './authentication.ts';
import type { Node } from './node.ts';

/**
 * The state in which an instance means to begin. vrrp_complete_instance() derives it from the
 * priority when it is not written, and in strict mode in any case; with AH nobody but the address
 * owner begins as master.
 */
export function initialStateOf(node: Node, instance: VrrpInstance): 'MASTER' | 'BACKUP' {
  const isOwner = basePriorityOf(instance).value === addressOwnerPriority;
  const derived = isOwner ? 'MASTER' : 'BACKUP';
  if (isStrict(node, instance)) return derived;
  if (!isOwner && authenticationOf(node, instance).value.type === 'AH') return 'BACKUP';
  return instance.state?.value ?? derived;
}
