import { isComplete, rememberSecrets, type Diagnostic, type LintResult } from '@kalint/linter';
import type { SourceFile, Span } from '@kalint/parser';

/** What a check of files as the nodes of one cluster has found. Plain data: what the check made of the files may go. */
export interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  readonly nodes: readonly CheckedNode[];
}

/** A node that was checked. */
export interface CheckedNode {
  readonly source: Named;
  /** Its own file, and those that it includes. */
  readonly files: readonly { readonly source: Named }[];
  /** Whether nothing of its configuration is unknown. */
  readonly isComplete: boolean;
}

/** A file, whatever its text. */
type Named = Pick<SourceFile, 'path'>;

export function checkedOf({ diagnostics, nodes }: LintResult): Checked {
  return {
    diagnostics,
    nodes: nodes.map((node) => ({
      source: named(node.source),
      files: node.files.map(({ source }) => ({ source: named(source) })),
      isComplete: isComplete(node),
    })),
  };
}

function named({ path }: SourceFile): Named {
  return { path };
}

/** What a check elsewhere has found, in another thread or by another copy of the linter. */
export interface CheckedElsewhere extends Checked {
  /** What is secret in the files that the diagnostics name. */
  readonly secrets: readonly {
    readonly source: SourceFile;
    readonly spans: readonly Span[];
  }[];
}

/** What a check elsewhere has found, as if it had been found here: its secrets are known. */
export function received({ diagnostics, nodes, secrets }: CheckedElsewhere): Checked {
  for (const { source, spans } of secrets) rememberSecrets(source, spans);
  return { diagnostics, nodes };
}
