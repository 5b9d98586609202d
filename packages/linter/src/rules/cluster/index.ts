import type { Rule } from '../../rule.ts';
import { advertIntMismatch } from './advert-int-mismatch.ts';
import { authenticationMismatch } from './authentication-mismatch.ts';
import { equalPriority } from './equal-priority.ts';
import { identicalRouterId } from './identical-router-id.ts';
import { initialMasterNotPreferred } from './initial-master-not-preferred.ts';
import { multicastGroupMismatch } from './multicast-group-mismatch.ts';
import { severalInitialMasters } from './several-initial-masters.ts';
import { unicastPeerMismatch } from './unicast-peer-mismatch.ts';
import { versionMismatch } from './version-mismatch.ts';
import { virtualIpaddressMismatch } from './virtual-ipaddress-mismatch.ts';
import { virtualRouterIdMismatch } from './virtual-router-id-mismatch.ts';

/** Rules about what the nodes of a cluster must agree on. */
export const clusterRules: readonly Rule[] = [
  advertIntMismatch,
  authenticationMismatch,
  equalPriority,
  identicalRouterId,
  initialMasterNotPreferred,
  multicastGroupMismatch,
  severalInitialMasters,
  unicastPeerMismatch,
  versionMismatch,
  virtualIpaddressMismatch,
  virtualRouterIdMismatch,
];
