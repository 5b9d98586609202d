import type { Rule } from '../../rule.ts';
import { authPassTooLong } from './auth-pass-too-long.ts';
import { authenticationIgnored } from './authentication-ignored.ts';
import { incompleteInstance } from './incomplete-instance.ts';
import { nopreemptWithMaster } from './nopreempt-with-master.ts';
import { strictModeState } from './strict-mode-state.ts';
import { strictModeUnreachableAddress } from './strict-mode-unreachable-address.ts';
import { unknownTrackScript } from './unknown-track-script.ts';
import { unusedScript } from './unused-script.ts';

/** Rules about the VRRP settings of one node. */
export const vrrpRules: readonly Rule[] = [
  authPassTooLong,
  authenticationIgnored,
  incompleteInstance,
  nopreemptWithMaster,
  strictModeState,
  strictModeUnreachableAddress,
  unknownTrackScript,
  unusedScript,
];
