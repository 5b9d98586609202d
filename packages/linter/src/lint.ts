import { newestRelease, type Release, type SourceFile } from '@kalint/parser';
import { createFixJudge, hear, judged } from './certain-fix.ts';
import { clusterOf } from './cluster/cluster.ts';
import { withoutIncluded } from './cluster/included.ts';
import { isComplete, readNodes, type Node, type NodeInputs } from './cluster/node.ts';
import type { Diagnostic } from './diagnostic.ts';
import { createFindingList } from './finding-limit.ts';
import { selectRules, type RuleOptions } from './profile.ts';
import { filesOf, runRule, runSuppressionRule, showingOf } from './run-rule.ts';
import { readTogether } from './secrets/secret-spans.ts';
import { suppress } from './suppression/suppress.ts';
import { compareTexts } from './text-order.ts';

/** What a check depends on besides the files. */
export interface LintOptions extends NodeInputs, RuleOptions {
  /** The release of keepalived that will read the files; the newest known one when absent. */
  readonly release?: Release;
  /**
   * Does a part of the check, once: all that is named after a rule, or `parsing`. For whoever wants to know how long
   * it takes.
   */
  readonly measured?: <T>(part: string, work: () => T) => T;
}

/** What a check has found, and what it has looked at. */
export interface LintResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly release: Release;
  readonly nodes: readonly Node[];
}

/** What `lint` returns, and what was found before anybody has said what is wanted of it. */
export interface Examination {
  readonly result: LintResult;
  readonly found: readonly Diagnostic[];
}

/**
 * Checks configuration files: each one by itself, and two or more as the nodes of one cluster. A file
 * that another one includes is checked there and is no node. Never fails; whatever the texts hold, the
 * answer is diagnostics, sorted by file, position, rule.
 */
export function lint(sources: readonly SourceFile[], options: LintOptions = {}): LintResult {
  return examine(sources, options).result;
}

/** The same, with what comments and settings leave out. */
export function examine(sources: readonly SourceFile[], options: LintOptions): Examination {
  const release = options.release ?? newestRelease;
  const { measured } = options;
  const nodes = measured
    ? measured('parsing', () => readAll(sources, release, options))
    : readAll(sources, release, options);
  for (const { files } of nodes) readTogether(files);
  const cluster = clusterOf(nodes.filter(isComplete), release);
  const { rules, run, known, wanted } = selectRules(options);
  const findings = createFindingList();
  const judge = createFixJudge(nodes);
  const files = filesOf(nodes);
  const showing = showingOf(nodes, files, cluster, (diagnostic, report) => {
    hear(judge, report);
    findings.add(diagnostic);
  });
  for (const rule of rules) {
    // A function for each rule and file would be compiled anew as often as it is thrown away.
    if (measured) measured(rule.id, () => runRule(rule, showing));
    else runRule(rule, showing);
  }
  const kept = findings.kept.map((diagnostic) => judged(judge, diagnostic));
  const { diagnostics, suppressions } = suppress(kept, files, { run, known });
  const found = [...diagnostics];
  for (const rule of rules) {
    if (rule.scope === 'suppression') {
      runSuppressionRule(rule, suppressions, cluster, (diagnostic) => found.push(diagnostic));
    }
  }
  const sorted = withoutRepeats(found.flatMap((each) => wanted(each) ?? []).sort(byPlace));
  return {
    result: { diagnostics: findings.limited(sorted), release, nodes },
    found: withoutRepeats(kept.toSorted(byPlace)),
  };
}

/** The nodes of all files. */
function readAll(
  sources: readonly SourceFile[],
  release: Release,
  inputs: NodeInputs,
): readonly Node[] {
  return withoutIncluded(sources.flatMap((source) => readNodes(source, release, inputs)));
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    compareTexts(a.location.source.path, b.location.source.path) ||
    a.location.span.start - b.location.span.start ||
    a.location.span.end - b.location.span.end ||
    compareTexts(a.rule, b.rule) ||
    compareTexts(a.message, b.message)
  );
}

/** A global setting is seen from every instance: what is said of it once need not be said again. */
function withoutRepeats(sorted: readonly Diagnostic[]): readonly Diagnostic[] {
  return sorted.filter((diagnostic, index) => {
    const before = sorted[index - 1];
    return !before || byPlace(before, diagnostic) !== 0;
  });
}
