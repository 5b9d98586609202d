import type { Rule } from '../../rule.ts';
import { ignoredWithMark } from './ignored-with-mark.ts';
import { incompleteVirtualServer } from './incomplete-virtual-server.ts';
import { missingPort } from './missing-port.ts';
import { portMismatch } from './port-mismatch.ts';
import { quorumTooHigh } from './quorum-too-high.ts';
import { schedulerFlag } from './scheduler-flag.ts';
import { serverFamily } from './server-family.ts';
import { sorryServerOrder } from './sorry-server-order.ts';

/** Rules about virtual servers and their real servers. */
export const lvsRules: readonly Rule[] = [
  ignoredWithMark,
  incompleteVirtualServer,
  missingPort,
  portMismatch,
  quorumTooHigh,
  schedulerFlag,
  serverFamily,
  sorryServerOrder,
];
