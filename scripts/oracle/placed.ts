import { positionAt, type SourceFile } from '@kalint/parser';
import type { Diagnostic } from '@kalint/linter';

/** A diagnostic, and what the comparison needs of it. */
export interface PlacedDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly rule: string;
  readonly isError: boolean;
  /** Counted from 1, in the file that was asked about. */
  readonly line: number;
}

/** The diagnostics that point into a file, with their lines. */
export function placedIn(
  source: SourceFile,
  diagnostics: readonly Diagnostic[],
): readonly PlacedDiagnostic[] {
  return diagnostics
    .filter(({ location }) => location.source === source)
    .map((diagnostic) => ({
      diagnostic,
      rule: diagnostic.rule,
      isError: diagnostic.severity === 'error',
      line: positionAt(source, diagnostic.location.span.start).line,
    }));
}
