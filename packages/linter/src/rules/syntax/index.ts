import type { Rule } from '../../rule.ts';
import { byteOrderMark } from './byte-order-mark.ts';
import { deepNesting } from './deep-nesting.ts';
import { emptyConfiguration } from './empty-configuration.ts';
import { extraBrace } from './extra-brace.ts';
import { limitExceeded } from './limit-exceeded.ts';
import { unclosedBlock } from './unclosed-block.ts';
import { unopenedBlock } from './unopened-block.ts';
import { unterminatedQuote } from './unterminated-quote.ts';

/** Rules about the shape of a file: braces, quotes, bytes. */
export const syntaxRules: readonly Rule[] = [
  byteOrderMark,
  deepNesting,
  emptyConfiguration,
  extraBrace,
  limitExceeded,
  unclosedBlock,
  unopenedBlock,
  unterminatedQuote,
];
