import { fold, redactedLine, type Diagnostic, type Fix } from '@kalint/linter';
import { positionAt, type Release, type SourceFile } from '@kalint/parser';
import type { Report } from './report.ts';

/** What a check has found, and the nodes that it has looked at: as `lint` returns it, or less of that. */
interface Found {
  readonly diagnostics: readonly Diagnostic[];
  readonly nodes: readonly { readonly files: readonly { readonly source: Named }[] }[];
  readonly release: Release;
}

/** A file, whatever its text. */
type Named = Pick<SourceFile, 'path'>;

/**
 * What the reporters are given of a check, errors being what makes it fail.
 *
 * @param sources the files that were given; others are only included
 * @param refused what --fix has refused to repair
 */
export function reportOf(
  { diagnostics, nodes, release }: Found,
  sources: readonly Named[],
  refused: readonly Diagnostic[] = [],
): Report {
  const given = new Set(sources.map(({ path }) => path));
  const folded = fold(diagnostics);
  const offered =
    refused.length === 0 ? folded : fold(diagnostics.filter((each) => !refused.includes(each)));
  return {
    diagnostics: folded,
    release,
    files: [...new Set(nodes.flatMap(sourcesOf).map(({ path }) => path))],
    repairable: offered.filter(({ fix }) => fix && isRepairable(fix, given)).length,
    fails: (severity) => severity === 'error',
    lineAt: (source, offset) => redactedLine(source, positionAt(source, offset).line),
  };
}

/** Whether --fix carries a fix out: it is safe, and in no file that is only included. */
function isRepairable({ safety, edits }: Fix, given: ReadonlySet<string>): boolean {
  return safety === 'safe' && edits.every(({ source }) => given.has(source.path));
}

/** The files that a node is made of. */
export function sourcesOf<Source>({
  files,
}: {
  readonly files: readonly { readonly source: Source }[];
}): readonly Source[] {
  return files.map(({ source }) => source);
}
