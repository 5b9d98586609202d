import type { Rule } from '../../rule.ts';
import { duplicateEntry } from './duplicate-entry.ts';
import { duplicateName } from './duplicate-name.ts';
import { emptyBlock } from './empty-block.ts';
import { incompleteBlock } from './incomplete-block.ts';
import { unknownReference } from './unknown-reference.ts';

/** Rules about blocks as wholes: what is in them, what they are called, who refers to them. */
export const blockRules: readonly Rule[] = [
  duplicateEntry,
  duplicateName,
  emptyBlock,
  incompleteBlock,
  unknownReference,
];
