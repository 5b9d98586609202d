import { fold, type Diagnostic, type Fix, type LintResult, type Node } from '@kalint/linter';
import type { SourceFile } from '@kalint/parser';
import { exitStatus, type ExitStatus } from './exit-status.ts';
import type { Invocation } from './invocation.ts';
import { reportAsJson } from './reporters/json.ts';
import { reportForPeople } from './reporters/pretty.ts';
import type { Report } from './reporters/report.ts';
import { paletteFor } from './terminal/colour.ts';
import { print, say } from './terminal/output.ts';

/** Prints what a check has found. */
export async function show(
  { diagnostics, nodes, release }: LintResult,
  sources: readonly SourceFile[],
  invocation: Invocation,
  /** What --fix has refused to repair. */
  refused: readonly Diagnostic[] = [],
): Promise<ExitStatus> {
  for (const message of describeIncluded(sources, nodes)) say(message);
  const files = new Set(nodes.flatMap(sourcesOf)).size;
  const folded = fold(diagnostics);
  const offered = fold(diagnostics.filter((each) => !refused.includes(each)));
  const repairable = offered.filter(({ fix }) => fix && isRepairable(fix, sources)).length;
  const report: Report = { diagnostics: folded, release, files, repairable };
  await print(await formatted(report, invocation));
  const found = diagnostics.some(({ severity }) => severity === 'error');
  return found ? exitStatus.errorsFound : exitStatus.clean;
}

/** Whether --fix carries a fix out: it is safe, and in no file that is only included. */
function isRepairable({ safety, edits }: Fix, sources: readonly SourceFile[]): boolean {
  return safety === 'safe' && edits.every(({ source }) => sources.includes(source));
}

/** Says of files that others include that they are checked there. */
function describeIncluded(
  sources: readonly SourceFile[],
  nodes: readonly Node[],
): readonly string[] {
  return sources.flatMap((source) => {
    if (nodes.some((node) => node.source === source)) return [];
    const by = nodes.find((node) => sourcesOf(node).includes(source));
    return by ? [`${source.path} is included by ${by.source.path}; it is checked there`] : [];
  });
}

function sourcesOf({ files }: Node): readonly SourceFile[] {
  return files.map(({ source }) => source);
}

async function formatted(report: Report, { format, color }: Invocation): Promise<string> {
  if (format === 'json') return reportAsJson(report);
  return reportForPeople(report, await paletteFor(color));
}
