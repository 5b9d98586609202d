import type { Rule } from '../../rule.ts';
import { equalEffectivePriority } from './equal-effective-priority.ts';
import { failureBringsAddressBack } from './failure-brings-address-back.ts';
import { healthyNodePassedOver } from './healthy-node-passed-over.ts';
import { ineffectiveWeight } from './ineffective-weight.ts';
import { nopreemptBlocksFailover } from './nopreempt-blocks-failover.ts';
import { preferredNodeNotMaster } from './preferred-node-not-master.ts';
import { sharedCheckMovesAddress } from './shared-check-moves-address.ts';
import { syncGroupPullsApart } from './sync-group-pulls-apart.ts';
import { twoMastersAfterFault } from './two-masters-after-fault.ts';

/** Rules about who holds the addresses when something fails. */
export const failoverRules: readonly Rule[] = [
  equalEffectivePriority,
  failureBringsAddressBack,
  healthyNodePassedOver,
  ineffectiveWeight,
  nopreemptBlocksFailover,
  preferredNodeNotMaster,
  sharedCheckMovesAddress,
  syncGroupPullsApart,
  twoMastersAfterFault,
];
