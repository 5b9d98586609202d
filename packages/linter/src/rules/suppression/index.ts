import type { Rule } from '../../rule.ts';
import { invalidSuppression } from './invalid-suppression.ts';
import { suppressionWithoutReason } from './suppression-without-reason.ts';
import { unusedSuppression } from './unused-suppression.ts';

/** Rules about the comments that switch rules off. */
export const suppressionRules: readonly Rule[] = [
  invalidSuppression,
  suppressionWithoutReason,
  unusedSuppression,
];
