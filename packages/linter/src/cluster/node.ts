import {
  bind,
  configIdsIn,
  expand,
  parse,
  parseExpanded,
  usesPreprocessor,
  type Binding,
  type BindingProblem,
  type Config,
  type ExpandOptions,
  type ExpandProblem,
  type Release,
  type SourceFile,
  type SyntaxTree,
} from '@kalint/parser';

/** One host of a cluster: what its keepalived reads. */
export interface Node {
  /** As it is called in messages. */
  readonly name: string;
  readonly source: SourceFile;
  /** Items and problems of what keepalived reads, tokens and trivia of the file as it is written. */
  readonly tree: SyntaxTree;
  readonly config: Config;
  readonly problems: Binding['problems'];
  readonly release: Release;
  /** What the preprocessor made of the file; undefined when it does not use it. */
  readonly preprocessed: Preprocessed | undefined;
}

export interface Preprocessed {
  readonly problems: readonly ExpandProblem[];
  /**
   * Whether all of the configuration is known. It is not when files are included that were not read:
   * what is missing here may stand there.
   */
  readonly complete: boolean;
  /** How many further nodes of the same file are not looked at. */
  readonly unreadIds: number;
}

/**
 * A few nested sequences become megabytes. Beyond this, in characters and divided among the nodes of a
 * file, only as much as the file itself is long is looked at: more would take longer than anybody waits.
 */
const longestExpansion = 80_000;

/** Each node of a file is read on its own. */
const mostNodes = 32;

/**
 * Reads a file as what the keepalived of each node reads: usually one node, but a file whose `@id`
 * lines name ids is one for each of them. Never fails.
 */
export function readNodes(source: SourceFile, release: Release): readonly Node[] {
  const tree = parse(source);
  if (!usesPreprocessor(tree)) {
    return [
      { name: source.path, source, tree, release, preprocessed: undefined, ...bind(tree, release) },
    ];
  }
  const ids = configIdsIn(tree);
  const read = ids.length > 0 ? ids.slice(0, mostNodes) : [undefined];
  const maxCharacters = Math.max(source.text.length, Math.ceil(longestExpansion / read.length));
  const unreadIds = Math.max(0, ids.length - mostNodes);
  return read.map((configId) => expandNode(tree, { configId, maxCharacters }, unreadIds, release));
}

function expandNode(
  written: SyntaxTree,
  options: ExpandOptions,
  unreadIds: number,
  release: Release,
): Node {
  const { source, tokens, trivia } = written;
  const { configId } = options;
  const name = configId === undefined ? source.path : `${source.path} @${configId}`;
  const expansion = expand(source, options);
  const { items, problems } = parseExpanded(expansion);
  const isUnread = expansion.problems.some(({ kind }) => kind === 'include-not-read');
  const complete = expansion.complete && !isUnread;
  const preprocessed = { problems: expansion.problems, complete, unreadIds };
  const tree = { source, items, problems, tokens, trivia };
  const binding = bind(tree, release);
  return {
    ...{ name, source, tree, release, preprocessed },
    config: binding.config,
    problems: binding.problems.filter((problem) => complete || !isAboutReference(problem)),
  };
}

/** What `$NAME` stands for may be said in a file that was not read. */
function isAboutReference(problem: BindingProblem): boolean {
  if ('word' in problem) return problem.word.text.includes('$');
  return problem.kind === 'unknown-keyword' && problem.statement.keyword.text.includes('$');
}

/** Whether nothing of the node's configuration is unknown. */
export function isComplete({ preprocessed }: Node): boolean {
  return preprocessed?.complete ?? true;
}
