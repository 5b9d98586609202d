import {
  newestRelease,
  type Location,
  type Release,
  type SourceFile,
  type SyntaxTree,
} from '@kalint/parser';
import { clusterOf, type Cluster } from './cluster/cluster.ts';
import { withoutIncluded } from './cluster/included.ts';
import { isComplete, readNodes, type Node, type NodeInputs } from './cluster/node.ts';
import type { Diagnostic, RelatedLocation } from './diagnostic.ts';
import { createFindingList } from './finding-limit.ts';
import { rulesOf } from './profile.ts';
import type { Finding, Quotable, Rule, RuleContext } from './rule.ts';
import { isSecret, readTogether } from './secrets/secret-spans.ts';

/** What a check depends on besides the files. */
export interface LintOptions extends NodeInputs {
  /** The release of keepalived that will read the files; the newest known one when absent. */
  readonly release?: Release;
  /** Those of the recommended profile when absent. */
  readonly rules?: readonly Rule[];
}

/** What a check has found, and what it has looked at. */
export interface LintResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly release: Release;
  readonly nodes: readonly Node[];
}

/**
 * Checks configuration files: each one by itself, and two or more as the nodes of one cluster. A file
 * that another one includes is checked there and is no node. Never fails; whatever the texts hold, the
 * answer is diagnostics, sorted by file, position, rule.
 */
export function lint(sources: readonly SourceFile[], options: LintOptions = {}): LintResult {
  const release = options.release ?? newestRelease;
  const nodes = withoutIncluded(sources.flatMap((source) => readNodes(source, release, options)));
  for (const { files } of nodes) readTogether(files.map(({ source }) => source));
  const cluster = clusterOf(nodes.filter(isComplete), release);
  const expanded = new Set(
    nodes.flatMap(({ preprocessed, files }) =>
      preprocessed ? files.map(({ source }) => source) : [],
    ),
  );
  const findings = createFindingList();
  for (const rule of options.rules ?? rulesOf('recommended')) {
    run(rule, nodes, cluster, (found) =>
      findings.add(looksAtText(rule) ? found : withoutUncertainFix(found, expanded)),
    );
  }
  const sorted = withoutRepeats([...findings.kept].sort(byPlace));
  return { diagnostics: findings.limited(sorted), release, nodes };
}

/** Whether a rule looks at the text as it is written: then its repairs are certain. */
function looksAtText({ scope }: Rule): boolean {
  return scope === 'text' || scope === 'preprocessor';
}

function run(
  rule: Rule,
  nodes: readonly Node[],
  cluster: Cluster,
  add: (diagnostic: Diagnostic) => void,
): void {
  const context: RuleContext = {
    release: cluster.release,
    report: (finding) => add(toDiagnostic(rule, finding)),
    quote,
  };
  switch (rule.scope) {
    case 'text':
      for (const file of filesOf(nodes)) rule.check(file, context);
      break;
    case 'preprocessor':
      for (const node of nodes) {
        if (node.preprocessed) rule.check(node.preprocessed, context, node);
      }
      break;
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
}

/** The files of all nodes, each once. */
function filesOf(nodes: readonly Node[]): Iterable<SyntaxTree> {
  const files = new Map<SourceFile, SyntaxTree>();
  for (const node of nodes) for (const file of node.files) files.set(file.source, file);
  return files.values();
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
  return via.map((location) => ({
    location,
    message: isIncludeLine(location) ? 'included from here' : 'expanded from here',
  }));
}

function isIncludeLine({ source, span }: Location): boolean {
  return source.text.startsWith('include', span.start);
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
