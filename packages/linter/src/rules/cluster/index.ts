import type { Rule } from '../../rule.ts';
import { acceptMismatch } from './accept-mismatch.ts';
import { advertIntMismatch } from './advert-int-mismatch.ts';
import { authenticationMismatch } from './authentication-mismatch.ts';
import { checkSettingsMismatch } from './check-settings-mismatch.ts';
import { checksumMismatch } from './checksum-mismatch.ts';
import { equalPriority } from './equal-priority.ts';
import { excludedAddressMismatch } from './excluded-address-mismatch.ts';
import { identicalRouterId } from './identical-router-id.ts';
import { initialMasterNotPreferred } from './initial-master-not-preferred.ts';
import { instanceOnOneNode } from './instance-on-one-node.ts';
import { lvsSyncDaemonMismatch } from './lvs-sync-daemon-mismatch.ts';
import { multicastGroupMismatch } from './multicast-group-mismatch.ts';
import { nopreemptOnLowerNode } from './nopreempt-on-lower-node.ts';
import { notifyMismatch } from './notify-mismatch.ts';
import { prefixMismatch } from './prefix-mismatch.ts';
import { realServerMismatch } from './real-server-mismatch.ts';
import { severalInitialMasters } from './several-initial-masters.ts';
import { sharedCheckFault } from './shared-check-fault.ts';
import { sharedVirtualRouterId } from './shared-virtual-router-id.ts';
import { syncGroupMismatch } from './sync-group-mismatch.ts';
import { syncGroupPriorities } from './sync-group-priorities.ts';
import { timerMismatch } from './timer-mismatch.ts';
import { trackerMismatch } from './tracker-mismatch.ts';
import { unicastPeerMismatch } from './unicast-peer-mismatch.ts';
import { unicastTtlMismatch } from './unicast-ttl-mismatch.ts';
import { versionMismatch } from './version-mismatch.ts';
import { virtualIpaddressMismatch } from './virtual-ipaddress-mismatch.ts';
import { virtualRouteMismatch } from './virtual-route-mismatch.ts';
import { virtualRouterIdMismatch } from './virtual-router-id-mismatch.ts';
import { virtualServerMismatch } from './virtual-server-mismatch.ts';
import { vmacMismatch } from './vmac-mismatch.ts';

/** Rules about what the nodes of a cluster must agree on. */
export const clusterRules: readonly Rule[] = [
  acceptMismatch,
  advertIntMismatch,
  authenticationMismatch,
  checkSettingsMismatch,
  checksumMismatch,
  equalPriority,
  excludedAddressMismatch,
  identicalRouterId,
  initialMasterNotPreferred,
  instanceOnOneNode,
  lvsSyncDaemonMismatch,
  multicastGroupMismatch,
  nopreemptOnLowerNode,
  notifyMismatch,
  prefixMismatch,
  realServerMismatch,
  severalInitialMasters,
  sharedCheckFault,
  sharedVirtualRouterId,
  syncGroupMismatch,
  syncGroupPriorities,
  timerMismatch,
  trackerMismatch,
  unicastPeerMismatch,
  unicastTtlMismatch,
  versionMismatch,
  virtualIpaddressMismatch,
  virtualRouteMismatch,
  virtualRouterIdMismatch,
  virtualServerMismatch,
  vmacMismatch,
];
