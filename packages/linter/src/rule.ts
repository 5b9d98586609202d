import type { Location, Release, SyntaxTree, Word } from '@kalint/parser';
import type { Cluster } from './cluster/cluster.ts';
import type { Node } from './cluster/node.ts';
import type { Preprocessed } from './cluster/preprocessed.ts';
import type { Diagnostic, Fix, Severity } from './diagnostic.ts';
import type { Suppressions } from './suppression/suppress.ts';

interface RuleBase {
  /** Names the rule's file, its page in docs/rules and its folder in fixtures/rules too. */
  readonly id: string;
  readonly severity: Severity;
  /** What the rule finds, in one sentence without a full stop. */
  readonly summary: string;
  /** A rule of taste, which only the strict profile runs. */
  readonly profile?: 'strict';
}

/** Looks at one file as it is written, an included one too: at what is there before any line is read. */
export interface TextRule extends RuleBase {
  readonly scope: 'text';
  readonly check: (written: SyntaxTree, context: RuleContext) => void;
}

/** Looks at what the preprocessor does with the files of a node; runs only when they use it. */
export interface PreprocessorRule extends RuleBase {
  readonly scope: 'preprocessor';
  readonly check: (preprocessed: Preprocessed, context: RuleContext, node: Node) => void;
}

/** Looks at the shape of what keepalived reads: blocks, braces, quotes. */
export interface SyntaxRule extends RuleBase {
  readonly scope: 'syntax';
  readonly check: (tree: SyntaxTree, context: RuleContext) => void;
}

/**
 * Looks at one configuration. The cluster is there for what a finding means to the other nodes, not
 * to find anything in it: that is for a cluster rule.
 */
export interface ConfigRule extends RuleBase {
  readonly scope: 'config';
  readonly check: (node: Node, context: RuleContext, cluster: Cluster) => void;
}

/** Looks at the nodes of a cluster together; runs only when there are two or more. */
export interface ClusterRule extends RuleBase {
  readonly scope: 'cluster';
  readonly check: (cluster: Cluster, context: RuleContext) => void;
}

/** Looks at the comments that switch rules off, when all others are done. */
export interface SuppressionRule extends RuleBase {
  readonly scope: 'suppression';
  readonly check: (suppressions: Suppressions, context: RuleContext) => void;
}

/** A check of one thing; its scope says what it gets to see. */
export type Rule =
  TextRule | PreprocessorRule | SyntaxRule | ConfigRule | ClusterRule | SuppressionRule;

/** What a rule is given besides what it checks. */
export interface RuleContext {
  /** The release of keepalived that will read the files. */
  readonly release: Release;
  /** To be called while the rule checks: later it would speak for the rule whose turn it is then. */
  readonly report: (finding: Finding) => void;
  /**
   * A word of a file between backquotes, for a message. The only way to put text of a file into a
   * message: it hides secrets and shortens what is too long.
   */
  readonly quote: (word: Quotable) => string;
}

/** A word, or what is known of one. */
export type Quotable = Pick<Word, 'source' | 'span' | 'text' | 'via'>;

/** What a rule reports; the pipeline adds the rule's name. */
export interface Finding {
  /** A word that the preprocessor put there brings the steps that led to it. */
  readonly at: Location & Pick<Word, 'via'>;
  readonly message: string;
  readonly notes?: readonly string[];
  readonly help?: string | undefined;
  readonly related?: Diagnostic['related'];
  readonly fix?: Fix | undefined;
  /** When it is not the rule's usual one. */
  readonly severity?: Severity | undefined;
}

/** Makes a rule: a plain object with its type checked. */
export function defineRule<R extends Rule>(rule: R): R {
  return rule;
}
