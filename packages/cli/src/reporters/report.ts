import type { FoldedDiagnostic } from '@kalint/linter';
import type { Release } from '@kalint/parser';

/** What the reporters are given. */
export interface Report {
  /** In the order in which they are to be shown. */
  readonly diagnostics: readonly FoldedDiagnostic[];
  readonly release: Release;
  /** How many files were checked. */
  readonly files: number;
  /** How many of the diagnostics --fix repairs. */
  readonly repairable: number;
}
