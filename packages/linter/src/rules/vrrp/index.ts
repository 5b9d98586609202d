import type { Rule } from '../../rule.ts';
import { authPassTooLong } from './auth-pass-too-long.ts';
import { authenticationIgnored } from './authentication-ignored.ts';
import { duplicateVirtualRouter } from './duplicate-virtual-router.ts';
import { incompleteInstance } from './incomplete-instance.ts';
import { masterWithAh } from './master-with-ah.ts';
import { mixedFamilies } from './mixed-families.ts';
import { noVirtualIpaddress } from './no-virtual-ipaddress.ts';
import { nopreemptWithMaster } from './nopreempt-with-master.ts';
import { roundedAdvertInt } from './rounded-advert-int.ts';
import { strictModeSetting } from './strict-mode-setting.ts';
import { strictModeState } from './strict-mode-state.ts';
import { strictModeUnreachableAddress } from './strict-mode-unreachable-address.ts';
import { unicastWithoutPeers } from './unicast-without-peers.ts';
import { vmacWithUnicast } from './vmac-with-unicast.ts';

/** Rules about the VRRP settings of one node. */
export const vrrpRules: readonly Rule[] = [
  authPassTooLong,
  authenticationIgnored,
  duplicateVirtualRouter,
  incompleteInstance,
  masterWithAh,
  mixedFamilies,
  noVirtualIpaddress,
  nopreemptWithMaster,
  roundedAdvertInt,
  strictModeSetting,
  strictModeState,
  strictModeUnreachableAddress,
  unicastWithoutPeers,
  vmacWithUnicast,
];
