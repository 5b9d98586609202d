import type { Rule } from './rule.ts';
import { blockRules } from './rules/blocks/index.ts';
import { clusterRules } from './rules/cluster/index.ts';
import { failoverRules } from './rules/failover/index.ts';
import { globalRules } from './rules/global/index.ts';
import { languageRules } from './rules/language/index.ts';
import { lvsRules } from './rules/lvs/index.ts';
import { preprocessorRules } from './rules/preprocessor/index.ts';
import { suppressionRules } from './rules/suppression/index.ts';
import { syntaxRules } from './rules/syntax/index.ts';
import { trackingRules } from './rules/tracking/index.ts';
import { vrrpRules } from './rules/vrrp/index.ts';
import { compareTexts } from './text-order.ts';

/** All rules, by their ids. */
export const rules: readonly Rule[] = [
  ...preprocessorRules,
  ...syntaxRules,
  ...languageRules,
  ...blockRules,
  ...vrrpRules,
  ...trackingRules,
  ...globalRules,
  ...lvsRules,
  ...clusterRules,
  ...failoverRules,
  ...suppressionRules,
].sort((a, b) => compareTexts(a.id, b.id));
