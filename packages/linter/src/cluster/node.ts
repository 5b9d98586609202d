import {
  bind,
  configIdsIn,
  parse,
  parseExpanded,
  usesPreprocessor,
  type Binding,
  type BindingProblem,
  type Config,
  type Release,
  type SourceFile,
  type SyntaxTree,
} from '@kalint/parser';
import { consequenceFinder } from './consequences.ts';
import {
  preprocess,
  type HostInputs,
  type Preprocessed,
  type Preprocessing,
} from './preprocessed.ts';
import { skippedBlocks, skippedFinder, withoutSkipped, type SkippedBlock } from './skipped.ts';

/** One host of a cluster: what its keepalived reads. */
export interface Node {
  /** As it is called in messages. */
  readonly name: string;
  readonly source: SourceFile;
  /** Items and problems of what keepalived reads, tokens and trivia of the file as it is written. */
  readonly tree: SyntaxTree;
  /** Without the blocks that keepalived skips. */
  readonly config: Config;
  readonly skipped: readonly SkippedBlock[];
  readonly problems: Binding['problems'];
  /** Further ones, when they are very many. */
  readonly unlisted: Binding['unlisted'];
  /** Those that only follow from what rules/preprocessor reports. */
  readonly consequences: Binding['problems'];
  readonly release: Release;
  /** The files as they are written: the node's own, then those that it includes, each once. */
  readonly files: readonly SyntaxTree[];
  /** What the preprocessor made of the file; undefined when it does not use it. */
  readonly preprocessed: Preprocessed | undefined;
}

/** What is known of the nodes besides their files. */
export interface NodeInputs extends HostInputs {
  /** The ids of the nodes (`keepalived -i`); when absent, those that the `@id` lines name. */
  readonly configIds?: readonly string[];
  /** The same for single files, by their paths; for these `configIds` does not count. */
  readonly configIdsByPath?: ReadonlyMap<string, readonly string[]>;
}

/**
 * A few nested sequences become megabytes. Beyond this, in characters and divided among the nodes of a
 * file, only as much as the file itself is long is looked at: more would take longer than anybody waits.
 */
const longestExpansion = 80_000;

/** Each node of a file is read on its own: so many of them, of so many characters together. */
const mostNodes = 32;
const longestNodes = 4 * 1024 * 1024;

/**
 * Reads a file as what the keepalived of each node reads: usually one node, but a file whose `@id`
 * lines name ids is one for each of them. Never fails.
 */
export function readNodes(
  source: SourceFile,
  release: Release,
  given: NodeInputs = {},
): readonly Node[] {
  const written = parse(source);
  if (!usesPreprocessor(written)) return [plainNode(written, release)];
  const own = given.configIdsByPath?.get(source.path);
  const inputs = own ? { ...given, configIds: own } : given;
  const expandFor = (ids: readonly string[]): readonly Node[] =>
    expandNodes(written, ids, release, inputs);
  const { configIds = [] } = inputs;
  if (configIds.length > 0) {
    const nodes = expandFor(configIds);
    return nodes.some(dependsOnId) ? nodes : expandFor([]);
  }
  const ids = configIdsIn(written);
  const nodes = expandFor(ids);
  // Perhaps only included files name ids.
  const others = ids.length > 0 ? [] : idsIn(nodes);
  return others.length > 0 ? expandFor(others) : nodes;
}

function plainNode(tree: SyntaxTree, release: Release): Node {
  const { source } = tree;
  const { problems, ...read } = bindRead(tree, release);
  const consequences = problems.filter(consequenceFinder([]));
  return {
    ...{ name: source.path, source, tree, release, files: [tree], preprocessed: undefined },
    ...read,
    problems: without(problems, consequences),
    consequences,
  };
}

/** A node for each id; without ids, one that has none. */
function expandNodes(
  written: SyntaxTree,
  ids: readonly string[],
  release: Release,
  inputs: NodeInputs,
): readonly Node[] {
  const { length } = written.source.text;
  const most = Math.max(1, Math.min(mostNodes, Math.floor(longestNodes / length)));
  const read = ids.length > 0 ? ids.slice(0, most) : [undefined];
  const unreadIds = ids.length > 0 ? ids.length - read.length : 0;
  const maxCharacters = Math.max(length, Math.ceil(longestExpansion / read.length));
  return read.map((configId) => {
    const preprocessing = preprocess(written, inputs, { configId, maxCharacters });
    const { configIds = [] } = inputs;
    return expandedNode(written, configId, preprocessing, { unreadIds, configIds }, release);
  });
}

function expandedNode(
  written: SyntaxTree,
  configId: string | undefined,
  { expansion, complete, files }: Preprocessing,
  ids: Pick<Preprocessed, 'unreadIds' | 'configIds'>,
  release: Release,
): Node {
  const { source } = written;
  const { items, problems: shape } = parseExpanded(expansion);
  const { problems } = expansion;
  const tree: SyntaxTree = {
    source,
    items,
    problems: shape,
    // They are made when they are asked for.
    get tokens() {
      return written.tokens;
    },
    get trivia() {
      return written.trivia;
    },
  };
  const { problems: misfits, ...read } = bindRead(tree, release);
  const consequences = misfits.filter(consequenceFinder(problems));
  const mistakes = without(misfits, consequences);
  return {
    name: configId === undefined ? source.path : `${source.path} @${configId}`,
    ...{ source, tree, release, files, ...read },
    preprocessed: { problems, complete, ...ids },
    problems: complete ? mistakes : mistakes.filter((each) => !isAboutReference(each)),
    consequences,
  };
}

function without<T>(all: readonly T[], some: readonly T[]): readonly T[] {
  if (some.length === 0) return all;
  const others = new Set(some);
  return all.filter((each) => !others.has(each));
}

/** What keepalived reads of a tree, and what is wrong in that. */
function bindRead(
  tree: SyntaxTree,
  release: Release,
): Pick<Node, 'config' | 'skipped' | 'problems' | 'unlisted'> {
  const { config, problems, unlisted } = bind(tree, release);
  const skipped = skippedBlocks(config);
  const isSkipped = skippedFinder(skipped);
  return {
    ...{ config: withoutSkipped(config, skipped), skipped, unlisted },
    problems: problems.filter((problem) => !isSkipped(problem)),
  };
}

/** The ids that the files of some nodes name, sorted, each once. */
function idsIn(nodes: readonly Node[]): readonly string[] {
  return [...new Set(nodes.flatMap(({ files }) => files.flatMap(configIdsIn)))].sort();
}

function dependsOnId({ files }: Node): boolean {
  return files.some((file) => /_INSTANCE\b/.test(file.source.text) || configIdsIn(file).length > 0);
}

/** What `$NAME` stands for may be said in a file that was not read. */
function isAboutReference(problem: BindingProblem): boolean {
  if ('word' in problem) return problem.word.text.includes('$');
  return problem.kind === 'unknown-keyword' && problem.statement.keyword.text.includes('$');
}

/** Whether nothing of the node's configuration is unknown. */
export function isComplete({ preprocessed, tree }: Node): boolean {
  return (preprocessed?.complete ?? true) && !tree.problems.some(endsReading);
}

function endsReading({ kind }: SyntaxTree['problems'][number]): boolean {
  return kind === 'limit-exceeded' || kind === 'deep-nesting';
}
