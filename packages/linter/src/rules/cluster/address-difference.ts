import type { Word } from '@kalint/parser';
import type { RuleContext } from '../../rule.ts';
import { listed } from './listed-words.ts';

/** The addresses in which two nodes differ. */
interface AddressDifference {
  /** Those that only the own node has. */
  readonly extra: readonly Word[];
  /** Those that only the other one has. */
  readonly missing: readonly Word[];
}

/** Compares the addresses of a node, by their keys, with those of another one. */
export function addressDifference(
  own: ReadonlyMap<string, Word>,
  other: ReadonlyMap<string, Word>,
): AddressDifference {
  return { extra: without(own, other), missing: without(other, own) };
}

function without(
  addresses: ReadonlyMap<string, Word>,
  others: ReadonlyMap<string, Word>,
): readonly Word[] {
  return [...addresses].flatMap(([key, word]) => (others.has(key) ? [] : [word]));
}

/** The difference in a sentence: `a only here, b only there`. */
export function onlyHereAndThere(
  { extra, missing }: AddressDifference,
  quote: RuleContext['quote'],
): string {
  return [
    ...(extra.length > 0 ? [`${listed(extra, quote)} only here`] : []),
    ...(missing.length > 0 ? [`${listed(missing, quote)} only there`] : []),
  ].join(', ');
}
