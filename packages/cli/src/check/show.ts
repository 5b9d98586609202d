import type { Diagnostic } from '@kalint/linter';
import type { Release, SourceFile } from '@kalint/parser';
import type { Baseline } from '../baseline/baseline.ts';
import type { ExitStatus } from '../exit-status.ts';
import { refuse } from '../refuse.ts';
import { reportOf, sourcesOf } from '../reporters/report-of.ts';
import { say } from '../terminal/output.ts';
import type { Stopwatch } from '../timing/stopwatch.ts';
import type { Checked, CheckedNode } from './checked.ts';
import { deliver, misdirected } from './deliver.ts';
import type { Invocation } from './invocation.ts';
import { joined } from './job.ts';
import { sightOf } from './sight.ts';
import { verdictOn } from './verdict.ts';

/** What a check has found. */
export interface Outcome {
  /** One for each job. */
  readonly results: readonly Checked[];
  /** The files that were given. */
  readonly sources: readonly Given[];
  /** What --fix has refused to repair. */
  readonly refused: readonly Diagnostic[];
}

/** A file that was given, whatever its text. */
export interface Given extends Pick<SourceFile, 'path'> {
  /** False: it was found in a folder, or by a pattern. */
  readonly isNamed?: boolean;
}

/** What it is shown by. */
export interface Presentation {
  readonly invocation: Invocation;
  readonly release: Release;
  readonly baseline: Baseline | undefined;
  readonly stopwatch: Stopwatch;
  /** Is told of every file that was read. */
  readonly looksAt: (path: string) => void;
}

/** Reports what a check has found: without what is known, and if that is wanted only what fails. */
export async function show(
  { results, sources, refused }: Outcome,
  { invocation, release, baseline, stopwatch, looksAt }: Presentation,
): Promise<ExitStatus> {
  stopwatch.lap(invocation.fixing ? 'checking and repairing' : 'checking');
  const { isQuiet } = invocation;
  const note = isQuiet ? () => undefined : say;
  const result = joined(results, release);
  for (const message of describeIncluded(sources, result.nodes)) note(message);
  const all = reportOf(result, sources, refused);
  all.files.forEach(looksAt);
  const mistake = misdirected(invocation, all.files);
  if (mistake !== undefined) return refuse([mistake]);

  const compared = baseline?.compare({
    ...{ diagnostics: result.diagnostics, files: all.files, lineAt: all.lineAt },
    hasLooked: sightOf(results, invocation),
  });
  if (baseline && compared && invocation.updatesBaseline) {
    const updated = baseline.update(compared, all.files);
    if ('mistake' in updated) return refuse([updated.mistake]);
    note(updated.remark);
  } else if (baseline && compared) {
    for (const lines of baseline.describe(compared)) note(...lines);
  }
  const left = invocation.updatesBaseline ? [] : compared?.unknown;
  const fresh = left ? reportOf({ ...result, diagnostics: left }, sources, refused) : all;

  const verdict = verdictOn(fresh.diagnostics, invocation);
  const failing = fresh.diagnostics.filter(({ severity }) => verdict.fails(severity));
  const diagnostics = isQuiet ? failing : fresh.diagnostics;
  const report = { ...fresh, diagnostics, fails: verdict.fails };
  const failures = await deliver(report, invocation);
  stopwatch.lap('reporting');
  if (failures.length > 0) return refuse(failures);
  if (verdict.reason !== undefined) say(verdict.reason);
  return verdict.status;
}

/** Says of files that others include that they are checked there. */
function describeIncluded(
  sources: readonly Given[],
  nodes: readonly CheckedNode[],
): readonly string[] {
  const main = new Set(nodes.map(({ source }) => source.path));
  const includers = new Map<string, string>();
  for (const node of nodes.toReversed())
    for (const { path } of sourcesOf(node)) includers.set(path, node.source.path);
  return sources.flatMap(({ path, isNamed }) => {
    const by = isNamed === false || main.has(path) ? undefined : includers.get(path);
    return by === undefined ? [] : [`${path} is included by ${by}; it is checked there`];
  });
}
