import type { FoldedDiagnostic, Severity } from '@kalint/linter';
import type { Release, SourceFile } from '@kalint/parser';

/** What the reporters are given. */
export interface Report {
  /** In the order in which they are to be shown. */
  readonly diagnostics: readonly FoldedDiagnostic[];
  readonly release: Release;
  /** The names of all files that were checked, those as well that others include; each once. */
  readonly files: readonly string[];
  /** How many of the diagnostics --fix repairs. */
  readonly repairable: number;
  /** Whether findings of a severity make the exit status 1. */
  readonly fails: (severity: Severity) => boolean;
  /** The line of a file that an offset is in, its secrets hidden. */
  readonly lineAt: (source: SourceFile, offset: number) => string;
}
