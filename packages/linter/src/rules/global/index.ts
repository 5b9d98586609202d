import type { Rule } from '../../rule.ts';
import { emailAddress } from './email-address.ts';
import { ineffectiveGlobal } from './ineffective-global.ts';
import { invalidFirewallName } from './invalid-firewall-name.ts';
import { multicastScope } from './multicast-scope.ts';
import { resetNftablesPriority } from './reset-nftables-priority.ts';
import { sharedFifo } from './shared-fifo.ts';
import { undeliverableMail } from './undeliverable-mail.ts';

/** Rules about global_defs. */
export const globalRules: readonly Rule[] = [
  emailAddress,
  ineffectiveGlobal,
  invalidFirewallName,
  multicastScope,
  resetNftablesPriority,
  sharedFifo,
  undeliverableMail,
];
