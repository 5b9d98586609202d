import type { Rule } from '../../rule.ts';
import { bindtoVirtualAddress } from './bindto-virtual-address.ts';
import { checkProtocolMismatch } from './check-protocol-mismatch.ts';
import { checkWithoutPort } from './check-without-port.ts';
import { conflictingFamily } from './conflicting-family.ts';
import { dnsCheckName } from './dns-check-name.ts';
import { duplicateVirtualServer } from './duplicate-virtual-server.ts';
import { ignoredServerWeight } from './ignored-server-weight.ts';
import { ignoredWithMark } from './ignored-with-mark.ts';
import { incompleteVirtualServer } from './incomplete-virtual-server.ts';
import { inhibitWithPersistence } from './inhibit-with-persistence.ts';
import { invalidRegex } from './invalid-regex.ts';
import { lostRegexEscape } from './lost-regex-escape.ts';
import { lowerThresholdTooHigh } from './lower-threshold-too-high.ts';
import { missingBindIf } from './missing-bind-if.ts';
import { missingPort } from './missing-port.ts';
import { mixedServerGroup } from './mixed-server-group.ts';
import { onePacketScheduling } from './one-packet-scheduling.ts';
import { portMismatch } from './port-mismatch.ts';
import { quorumTooHigh } from './quorum-too-high.ts';
import { redundantPersistence } from './redundant-persistence.ts';
import { regexSettingWithoutRegex } from './regex-setting-without-regex.ts';
import { reversedLimits } from './reversed-limits.ts';
import { schedulerFlag } from './scheduler-flag.ts';
import { serverFamily } from './server-family.ts';
import { serverGroupFamily } from './server-group-family.ts';
import { slowCheck } from './slow-check.ts';
import { sorryServerIsRealServer } from './sorry-server-is-real-server.ts';
import { sorryServerOrder } from './sorry-server-order.ts';
import { uncheckedRealServer } from './unchecked-real-server.ts';
import { uncheckedVirtualServer } from './unchecked-virtual-server.ts';
import { unheldVirtualServer } from './unheld-virtual-server.ts';
import { unknownServerGroup } from './unknown-server-group.ts';
import { unreachableQuorum } from './unreachable-quorum.ts';
import { unusedServerGroup } from './unused-server-group.ts';
import { zeroWeight } from './zero-weight.ts';

/** Rules about virtual servers and their real servers. */
export const lvsRules: readonly Rule[] = [
  bindtoVirtualAddress,
  checkProtocolMismatch,
  checkWithoutPort,
  conflictingFamily,
  dnsCheckName,
  duplicateVirtualServer,
  ignoredServerWeight,
  ignoredWithMark,
  incompleteVirtualServer,
  inhibitWithPersistence,
  invalidRegex,
  lostRegexEscape,
  lowerThresholdTooHigh,
  missingBindIf,
  missingPort,
  mixedServerGroup,
  onePacketScheduling,
  portMismatch,
  quorumTooHigh,
  redundantPersistence,
  regexSettingWithoutRegex,
  reversedLimits,
  schedulerFlag,
  serverFamily,
  serverGroupFamily,
  slowCheck,
  sorryServerIsRealServer,
  sorryServerOrder,
  uncheckedRealServer,
  uncheckedVirtualServer,
  unheldVirtualServer,
  unknownServerGroup,
  unreachableQuorum,
  unusedServerGroup,
  zeroWeight,
];
