import {
  fold,
  redactedLine,
  type Diagnostic,
  type Fix,
  type LintResult,
  type Node,
} from '@kalint/linter';
import { positionAt, type SourceFile } from '@kalint/parser';
import type { Report } from './report.ts';

/**
 * What the reporters are given of a check.
 *
 * @param sources the files that were given; others are only included
 * @param refused what --fix has refused to repair
 */
export function reportOf(
  { diagnostics, nodes, release }: LintResult,
  sources: readonly SourceFile[],
  refused: readonly Diagnostic[] = [],
): Report {
  const offered = fold(diagnostics.filter((each) => !refused.includes(each)));
  return {
    diagnostics: fold(diagnostics),
    release,
    files: [...new Set(nodes.flatMap(sourcesOf).map(({ path }) => path))],
    repairable: offered.filter(({ fix }) => fix && isRepairable(fix, sources)).length,
    lineAt: (source, offset) => redactedLine(source, positionAt(source, offset).line),
  };
}

/** Whether --fix carries a fix out: it is safe, and in no file that is only included. */
function isRepairable({ safety, edits }: Fix, sources: readonly SourceFile[]): boolean {
  return safety === 'safe' && edits.every(({ source }) => sources.includes(source));
}

/** The files that a node is made of. */
export function sourcesOf({ files }: Node): readonly SourceFile[] {
  return files.map(({ source }) => source);
}
