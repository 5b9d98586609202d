import { addressesCoverage } from './addresses.ts';
import { check } from './check.ts';
import { checkers } from './checkers.ts';
import type { Coverage, CoveredMessage } from './coverage.ts';
import { globalCoverage } from './global.ts';
import { parser } from './parser.ts';
import { trackingCoverage } from './tracking.ts';
import { vrrpCoverage } from './vrrp.ts';

/** What is known of keepalived's messages, by the file of this folder that says it. */
export const coverageByFile: Readonly<Record<string, Coverage>> = {
  'addresses.ts': addressesCoverage,
  'check.ts': check,
  'checkers.ts': checkers,
  'global.ts': globalCoverage,
  'parser.ts': parser,
  'tracking.ts': trackingCoverage,
  'vrrp.ts': vrrpCoverage,
};

/** All messages. A place that two files know is here once, which the test forbids. */
export const coverage: Coverage = Object.assign({}, ...Object.values(coverageByFile));

/** A message that a rule covers, with its place. */
export interface CoveredPlace extends CoveredMessage {
  readonly place: string;
}

/** The messages that a rule covers, of all files or of one. */
export function coveredPlaces(of: Coverage = coverage): readonly CoveredPlace[] {
  return Object.entries(of).flatMap(([place, message]) =>
    'rule' in message ? [{ place, ...message }] : [],
  );
}

/** How many messages are covered, of those that text decides: 0 to 1. */
export function coveredPart(of: Coverage = coverage): number {
  const decidable = Object.values(of).filter((message) => !('dependsOn' in message));
  return coveredPlaces(of).length / decidable.length;
}
