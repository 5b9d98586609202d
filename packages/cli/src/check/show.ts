import type { Diagnostic, LintResult, Node } from '@kalint/linter';
import type { SourceFile } from '@kalint/parser';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import { reportOf, sourcesOf } from '../reporters/report-of.ts';
import { say } from '../terminal/output.ts';
import { deliver } from './deliver.ts';
import type { Invocation } from './invocation.ts';

/** Reports what a check has found. */
export async function show(
  result: LintResult,
  sources: readonly SourceFile[],
  invocation: Invocation,
  /** What --fix has refused to repair. */
  refused: readonly Diagnostic[] = [],
): Promise<ExitStatus> {
  for (const message of describeIncluded(sources, result.nodes)) say(message);
  const failures = await deliver(reportOf(result, sources, refused), sources, invocation);
  for (const failure of failures) say(failure);
  if (failures.length > 0) return exitStatus.unable;
  const found = result.diagnostics.some(({ severity }) => severity === 'error');
  return found ? exitStatus.errorsFound : exitStatus.clean;
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
