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

/** What rules get to see, one after the other. */
interface Showing {
  readonly nodes: readonly Node[];
  readonly files: readonly SyntaxTree[];
  readonly cluster: Cluster;
  /** One for all: of what the rules allocated one for each rule and node was 6 % (heap samples, 482 real files). */
  readonly context: RuleContext;
  readonly turn: Turn;
}

/** The rule that is looking, and at which node; undefined when it looks at no single one. */
interface Turn {
  rule: Rule | undefined;
  node: Node | undefined;
}

/** What rules get to see of some nodes and their files; what they report goes to `add`. */
export function showingOf(
  nodes: readonly Node[],
  files: readonly SyntaxTree[],
  cluster: Cluster,
  add: Add,
): Showing {
  const turn: Turn = { rule: undefined, node: undefined };
  const context = contextFor(cluster, turn, add);
  return { nodes, files, cluster, context, turn };
}

/** Shows a rule what its scope says; those about suppressions have their turn when all others are done. */
export function runRule(rule: Rule, { nodes, files, cluster, context, turn }: Showing): void {
  turn.rule = rule;
  turn.node = undefined;
  switch (rule.scope) {
    case 'text':
      for (const file of files) rule.check(file, context);
      break;
    case 'preprocessor':
      for (const node of nodes) {
        turn.node = node;
        if (node.preprocessed) rule.check(node.preprocessed, context, node);
      }
      break;
    case 'syntax':
      for (const node of nodes) {
        turn.node = node;
        rule.check(node.tree, context);
      }
      break;
    case 'config':
      for (const node of nodes) {
        turn.node = node;
        rule.check(node, context, cluster);
      }
      break;
    case 'cluster':
      if (cluster.nodes.length > 1) rule.check(cluster, context);
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
  rule.check(suppressions, contextFor(cluster, { rule, node: undefined }, add));
}

/** The files of all nodes, each once. */
export function filesOf(nodes: readonly Node[]): readonly SyntaxTree[] {
  const files = new Map<SourceFile, SyntaxTree>();
  for (const node of nodes) for (const file of node.files) files.set(file.source, file);
  return [...files.values()];
}

function contextFor({ release }: Cluster, turn: Turn, add: Add): RuleContext {
  return { release, report: (finding) => take(finding, turn, add), quote };
}

function take(finding: Finding, { rule, node }: Turn, add: Add): void {
  if (rule) add(toDiagnostic(rule, finding), { rule, finding, node });
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
  if (isSecret(word.source, word.span) || word.via?.some(isSecretPlace)) return '`********`';
  const { text } = word;
  return text.length <= longestQuote ? `\`${text}\`` : `\`${text.slice(0, longestQuote)}…\``;
}

function isSecretPlace({ source, span }: Location): boolean {
  return isSecret(source, span);
}
