import {
  bind,
  parse,
  type Binding,
  type Config,
  type Release,
  type SourceFile,
  type SyntaxTree,
} from '@kalint/parser';

/** One host of a cluster: what its keepalived reads. */
export interface Node {
  /** As it is called in messages. */
  readonly name: string;
  readonly source: SourceFile;
  readonly tree: SyntaxTree;
  readonly config: Config;
  readonly problems: Binding['problems'];
  readonly release: Release;
}

/** Reads a file as the configuration of one node. Never fails. */
export function readNode(source: SourceFile, release: Release): Node {
  const tree = parse(source);
  return { name: source.path, source, tree, release, ...bind(tree, release) };
}
