import type { Rule } from '../../rule.ts';
import { alwaysTrueCheck } from './always-true-check.ts';
import { bareScriptName } from './bare-script-name.ts';
import { clampedPriority } from './clamped-priority.ts';
import { defaultScriptUser } from './default-script-user.ts';
import { emptyCommand } from './empty-command.ts';
import { ignoredTrackGroup } from './ignored-track-group.ts';
import { ignoredWeight } from './ignored-weight.ts';
import { impossibleBfdSession } from './impossible-bfd-session.ts';
import { ineffectiveInitFail } from './ineffective-init-fail.ts';
import { initialFault } from './initial-fault.ts';
import { lateDefinition } from './late-definition.ts';
import { loneGroupMember } from './lone-group-member.ts';
import { maxHopsTooHigh } from './max-hops-too-high.ts';
import { ownerInSyncGroup } from './owner-in-sync-group.ts';
import { processCheck } from './process-check.ts';
import { relativeScriptPath } from './relative-script-path.ts';
import { scriptChecksVip } from './script-checks-vip.ts';
import { scriptSecurity } from './script-security.ts';
import { scriptStopsKeepalived } from './script-stops-keepalived.ts';
import { scriptTiming } from './script-timing.ts';
import { severalTrackedInterfaces } from './several-tracked-interfaces.ts';
import { shadowedTracker } from './shadowed-tracker.ts';
import { shellSyntax } from './shell-syntax.ts';
import { syncGroupDifferences } from './sync-group-differences.ts';
import { trackGroupMembers } from './track-group-members.ts';
import { trackedOwnInterface } from './tracked-own-interface.ts';
import { trackedTwice } from './tracked-twice.ts';
import { unknownTrackScript } from './unknown-track-script.ts';
import { untrackedInterface } from './untracked-interface.ts';
import { unusedScript } from './unused-script.ts';
import { unusedTracker } from './unused-tracker.ts';
import { veryLargeValue } from './very-large-value.ts';
import { weightWithNopreempt } from './weight-with-nopreempt.ts';

/** Rules about what a node watches and runs, and about the groups that change state together. */
export const trackingRules: readonly Rule[] = [
  alwaysTrueCheck,
  bareScriptName,
  clampedPriority,
  defaultScriptUser,
  emptyCommand,
  ignoredTrackGroup,
  ignoredWeight,
  impossibleBfdSession,
  ineffectiveInitFail,
  initialFault,
  lateDefinition,
  loneGroupMember,
  maxHopsTooHigh,
  ownerInSyncGroup,
  processCheck,
  relativeScriptPath,
  scriptChecksVip,
  scriptSecurity,
  scriptStopsKeepalived,
  scriptTiming,
  severalTrackedInterfaces,
  shadowedTracker,
  shellSyntax,
  syncGroupDifferences,
  trackGroupMembers,
  trackedOwnInterface,
  trackedTwice,
  unknownTrackScript,
  untrackedInterface,
  unusedScript,
  unusedTracker,
  veryLargeValue,
  weightWithNopreempt,
];
