import type { Rule } from '../../rule.ts';
import { ignoredWeight } from './ignored-weight.ts';
import { loneGroupMember } from './lone-group-member.ts';
import { trackedOwnInterface } from './tracked-own-interface.ts';
import { unknownTrackScript } from './unknown-track-script.ts';
import { unusedScript } from './unused-script.ts';

/** Rules about what a node watches, and about the groups that change state together. */
export const trackingRules: readonly Rule[] = [
  ignoredWeight,
  loneGroupMember,
  trackedOwnInterface,
  unknownTrackScript,
  unusedScript,
];
