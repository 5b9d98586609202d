import type { Rule } from '../../rule.ts';
import { ineffectiveWeight } from './ineffective-weight.ts';
import { nopreemptBlocksFailover } from './nopreempt-blocks-failover.ts';

/** Rules about who holds the addresses when something fails. */
export const failoverRules: readonly Rule[] = [ineffectiveWeight, nopreemptBlocksFailover];
