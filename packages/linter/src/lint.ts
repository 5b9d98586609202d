import { newestRelease, type Release, type SourceFile } from '@kalint/parser';
import { clusterOf, type Cluster } from './cluster/cluster.ts';
import { isComplete, readNodes, type Node } from './cluster/node.ts';
import type { Diagnostic, RelatedLocation } from './diagnostic.ts';
import { rules as allRules } from './registry.ts';
import type { Finding, Quotable, Rule, RuleContext } from './rule.ts';
import { isSecret } from './secrets/secret-spans.ts';

export interface LintOptions {
  /** The release of keepalived that will read the files; the newest known one when absent. */
  readonly release?: Release;
  /** All rules when absent. */
  readonly rules?: readonly Rule[];
}

export interface LintResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly release: Release;
  readonly nodes: readonly Node[];
}

/**
 * Checks configuration files: each one by itself, and two or more as the nodes of one cluster.
 * Never fails; whatever the texts hold, the answer is diagnostics, sorted by file, position, rule.
 */
export function lint(sources: readonly SourceFile[], options: LintOptions = {}): LintResult {
  const release = options.release ?? newestRelease;
  const nodes = sources.flatMap((source) => readNodes(source, release));
  const cluster = clusterOf(nodes.filter(isComplete), release);
  const expanded = new Set(nodes.filter((node) => node.preprocessed).map((node) => node.source));
  const diagnostics = (options.rules ?? allRules)
    .flatMap((rule) => run(rule, nodes, cluster))
    .map((diagnostic) => withoutUncertainFix(diagnostic, expanded));
  return { diagnostics: withoutRepeats(diagnostics.sort(byPlace)), release, nodes };
}

function run(rule: Rule, nodes: readonly Node[], cluster: Cluster): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const context: RuleContext = {
    release: cluster.release,
    report: (finding) => void diagnostics.push(toDiagnostic(rule, finding)),
    quote,
  };
  switch (rule.scope) {
    case 'syntax':
      for (const { tree } of nodes) rule.check(tree, context);
      break;
    case 'config':
      for (const node of nodes) rule.check(node, context, cluster);
      break;
    case 'cluster':
      if (cluster.nodes.length > 1) rule.check(cluster, context);
      break;
  }
  return diagnostics;
}

function toDiagnostic(rule: Rule, finding: Finding): Diagnostic {
  return {
    rule: rule.id,
    severity: finding.severity ?? rule.severity,
    message: finding.message,
    location: { source: finding.at.source, span: finding.at.span },
    related: [...(finding.related ?? []), ...expansionSteps(finding)],
    notes: finding.notes ?? [],
    help: finding.help,
    fix: finding.fix,
  };
}

function expansionSteps({ at: { via = [] } }: Finding): readonly RelatedLocation[] {
  return via.map((location) => ({ location, message: 'expanded from here' }));
}

/** A repair of a text that the preprocessor changes is not certain: what is repaired is its result. */
function withoutUncertainFix(
  diagnostic: Diagnostic,
  expanded: ReadonlySet<SourceFile>,
): Diagnostic {
  const isUncertain = diagnostic.fix?.edits.some(({ source }) => expanded.has(source)) ?? false;
  return isUncertain ? { ...diagnostic, fix: undefined } : diagnostic;
}

const longestQuote = 60;

function quote(word: Quotable): string {
  const places = [word, ...(word.via ?? [])];
  if (places.some(({ source, span }) => isSecret(source, span))) return '`********`';
  const { text } = word;
  return text.length <= longestQuote ? `\`${text}\`` : `\`${text.slice(0, longestQuote)}…\``;
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    compare(a.location.source.path, b.location.source.path) ||
    a.location.span.start - b.location.span.start ||
    a.location.span.end - b.location.span.end ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A global setting is seen from every instance: what is said of it once need not be said again. */
function withoutRepeats(sorted: readonly Diagnostic[]): readonly Diagnostic[] {
  return sorted.filter((diagnostic, index) => {
    const before = sorted[index - 1];
    return !before || byPlace(before, diagnostic) !== 0;
  });
}
