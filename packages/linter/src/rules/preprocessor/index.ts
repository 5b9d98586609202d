import type { Rule } from '../../rule.ts';
import { backslashInComment } from './backslash-in-comment.ts';
import { blankBeforeEquals } from './blank-before-equals.ts';
import { blankInReference } from './blank-in-reference.ts';
import { delayedInclude } from './delayed-include.ts';
import { escapedComment } from './escaped-comment.ts';
import { expandedLineTooLong } from './expanded-line-too-long.ts';
import { includeCheck } from './include-check.ts';
import { includeLoop } from './include-loop.ts';
import { includeReadTwice } from './include-read-twice.ts';
import { interruptedDefinition } from './interrupted-definition.ts';
import { invalidSequence } from './invalid-sequence.ts';
import { lineTooLong } from './line-too-long.ts';
import { misspeltInclude } from './misspelt-include.ts';
import { missingInclude } from './missing-include.ts';
import { multilineReference } from './multiline-reference.ts';
import { nestedExpansion } from './nested-expansion.ts';
import { newDirective } from './new-directive.ts';
import { quotedInclude } from './quoted-include.ts';
import { referenceParameters } from './reference-parameters.ts';
import { selfReference } from './self-reference.ts';
import { skippedDefinition } from './skipped-definition.ts';
import { textBehindParameters } from './text-behind-parameters.ts';
import { trailingBackslash } from './trailing-backslash.ts';
import { undefinedDefinition } from './undefined-definition.ts';
import { unfinishedReference } from './unfinished-reference.ts';
import { unknownConfigId } from './unknown-config-id.ts';
import { unknownInput } from './unknown-input.ts';
import { unreadPart } from './unread-part.ts';

/** Rules about what keepalived does with a text before it looks at keywords. */
export const preprocessorRules: readonly Rule[] = [
  backslashInComment,
  blankBeforeEquals,
  blankInReference,
  delayedInclude,
  escapedComment,
  expandedLineTooLong,
  includeCheck,
  includeLoop,
  includeReadTwice,
  interruptedDefinition,
  invalidSequence,
  lineTooLong,
  misspeltInclude,
  missingInclude,
  multilineReference,
  nestedExpansion,
  newDirective,
  quotedInclude,
  referenceParameters,
  selfReference,
  skippedDefinition,
  textBehindParameters,
  trailingBackslash,
  undefinedDefinition,
  unfinishedReference,
  unknownConfigId,
  unknownInput,
  unreadPart,
];
