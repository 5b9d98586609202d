import type {
  Availability,
  ExpectationResult,
  FailoverReport,
  FailureRate,
  FoldedDiagnostic,
  Step,
} from '@kalint/linter';
import type { Release } from '@kalint/parser';

/** What the formats are given. */
export interface Facts {
  readonly release: Release;
  readonly report: FailoverReport;
  /** What `--fail` and `--repair` ask for; undefined: nothing, so that every single fault is shown. */
  readonly steps: readonly Step[] | undefined;
  /** Of the rules about failover. */
  readonly findings: readonly FoldedDiagnostic[];
  /** How many errors other rules find: with them the daemon may read the files in another way. */
  readonly otherErrors: number;
  readonly expectations: readonly ExpectationResult[];
  /** Undefined when it was not asked for. */
  readonly availability: AvailabilityFacts | undefined;
}

export interface AvailabilityFacts {
  readonly rate: FailureRate;
  /** One for each virtual router, in the order of the report. */
  readonly routers: readonly Availability[];
}

/** Why an expectation does not hold; undefined when it does. */
export function counterexampleOf(result: ExpectationResult): string | undefined {
  if (result.ok) return undefined;
  return 'mistake' in result ? result.mistake.message : result.counterexample.text;
}
