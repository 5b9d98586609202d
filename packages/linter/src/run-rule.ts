import type { Location, SourceFile, SyntaxTree } from '@kalint/parser';
import type { Report } from './certain-fix.ts';
import type { Cluster } from './cluster/cluster.ts';
import type { Node } from './cluster/node.ts';
import type { Diagnostic, RelatedLocation } from './diagnostic.ts';
import type { Finding, Quotable, Rule, RuleContext, SuppressionRule } from './rule.ts';
import { isSecret } from './secrets/secret-spans.ts';
import type { Suppressions } from './suppression/suppress.ts';

/** Where the diagnostics of a rule go, with what they were made of. */
type Add = (diagnostic: Diagnostic, report: Report) => void;

/** Shows a rule what its scope says; those about suppressions have their turn when all others are done. */
export function runRule(rule: Rule, nodes: readonly Node[], cluster: Cluster, add: Add): void {
  const contextOf = (node?: Node): RuleContext => contextFor(rule, cluster, node, add);
  switch (rule.scope) {
    case 'text':
      for (const file of filesOf(nodes)) rule.check(file, contextOf());
      break;
    case 'preprocessor':
      for (const node of nodes) {
        if (node.preprocessed) rule.check(node.preprocessed, contextOf(node), node);
      }
      break;
    case 'syntax':
      for (const node of nodes) rule.check(node.tree, contextOf(node));
      break;
    case 'config':
      for (const node of nodes) rule.check(node, contextOf(node), cluster);
      break;
    case 'cluster':
      if (cluster.nodes.length > 1) rule.check(cluster, contextOf());
      break;
    case 'suppression':
      break;
  }
}

export function runSuppressionRule(
  rule: SuppressionRule,
  suppressions: Suppressions,
  cluster: Cluster,
  add: Add,
): void {
  rule.check(suppressions, contextFor(rule, cluster, undefined, add));
}

/** The files of all nodes, each once. */
export function filesOf(nodes: readonly Node[]): Iterable<SyntaxTree> {
  const files = new Map<SourceFile, SyntaxTree>();
  for (const node of nodes) for (const file of node.files) files.set(file.source, file);
  return files.values();
}

function contextFor(
  rule: Rule,
  { release }: Cluster,
  node: Node | undefined,
  add: Add,
): RuleContext {
  return {
    release,
    report: (finding) => add(toDiagnostic(rule, finding), { rule, finding, node }),
    quote,
  };
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

const longestQuote = 60;

function quote(word: Quotable): string {
  const places = [word, ...(word.via ?? [])];
  if (places.some(({ source, span }) => isSecret(source, span))) return '`********`';
  const { text } = word;
  return text.length <= longestQuote ? `\`${text}\`` : `\`${text.slice(0, longestQuote)}…\``;
}
