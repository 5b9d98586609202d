import type { Rule } from '../../rule.ts';
import { conflictingOptions } from './conflicting-options.ts';
import { cutValue } from './cut-value.ts';
import { deprecatedKeyword } from './deprecated-keyword.ts';
import { duplicateKeyword } from './duplicate-keyword.ts';
import { extraWords } from './extra-words.ts';
import { invalidValue } from './invalid-value.ts';
import { misplacedKeyword } from './misplaced-keyword.ts';
import { missingBlock } from './missing-block.ts';
import { missingOption } from './missing-option.ts';
import { missingValue } from './missing-value.ts';
import { newKeyword } from './new-keyword.ts';
import { plainSecret } from './plain-secret.ts';
import { removedKeyword } from './removed-keyword.ts';
import { tooManyDecimals } from './too-many-decimals.ts';
import { typographicQuotes } from './typographic-quotes.ts';
import { unavailableValue } from './unavailable-value.ts';
import { unexpectedBlock } from './unexpected-block.ts';
import { unknownKeyword } from './unknown-keyword.ts';
import { unknownValue } from './unknown-value.ts';
import { valueOutOfRange } from './value-out-of-range.ts';
import { valueTooLong } from './value-too-long.ts';

/** Rules about keywords and their values. */
export const languageRules: readonly Rule[] = [
  conflictingOptions,
  cutValue,
  deprecatedKeyword,
  duplicateKeyword,
  extraWords,
  invalidValue,
  misplacedKeyword,
  missingBlock,
  missingOption,
  missingValue,
  newKeyword,
  plainSecret,
  removedKeyword,
  tooManyDecimals,
  typographicQuotes,
  unavailableValue,
  unexpectedBlock,
  unknownKeyword,
  unknownValue,
  valueOutOfRange,
  valueTooLong,
];
