import type { LintOptions, LintResult } from '@kalint/linter';
import type { FileRead } from '../disk/read-files.ts';

/** Files that are checked together, as the nodes of one cluster, and how. */
export interface Job {
  readonly sources: readonly FileRead[];
  readonly options: LintOptions;
}

/** What several checks, with one release, have found. */
export function joined(results: readonly LintResult[], release: LintResult['release']): LintResult {
  return {
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
    nodes: results.flatMap(({ nodes }) => nodes),
    release,
  };
}
