import type { Diagnostic, LintOptions } from '@kalint/linter';
import type { Release } from '@kalint/parser';
import type { FileRead } from '../disk/read-files.ts';
import { sourcesOf } from '../reporters/report-of.ts';
import type { Checked } from './checked.ts';

/** Files that are checked together, as the nodes of one cluster, and how. */
export interface Job {
  readonly sources: readonly FileRead[];
  readonly options: LintOptions;
}

/** What several checks, with one release, have found. What two clusters include, each has looked at: it is said once. */
export function joined(
  results: readonly Checked[],
  release: Release,
): Checked & { readonly release: Release } {
  const shared = sharedFiles(results);
  const said = new Set<string>();
  const isNew = ({ rule, message, location: { source, span } }: Diagnostic): boolean => {
    if (!shared.has(source.path)) return true;
    const { size } = said;
    return said.add(JSON.stringify([source.path, span.start, span.end, rule, message])).size > size;
  };
  return {
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics).filter(isNew),
    nodes: results.flatMap(({ nodes }) => nodes),
    release,
  };
}

/** The files that several checks have looked at. */
function sharedFiles(results: readonly Checked[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { nodes } of results) {
    for (const path of new Set(nodes.flatMap(sourcesOf).map((source) => source.path))) {
      if (seen.has(path)) shared.add(path);
      seen.add(path);
    }
  }
  return shared;
}
