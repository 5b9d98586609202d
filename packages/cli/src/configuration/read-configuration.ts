import { dirname, resolve } from 'node:path';
import { parseExpectation } from '@kalint/linter';
import { positionAt, type SourceFile } from '@kalint/parser';
import { below, projectOf, type IsAllowed } from '../disk/include-roots.ts';
import { readText } from '../disk/read-text.ts';
import { realPath, statsOf } from '../disk/real-path.ts';
import type {
  Configuration,
  ConfiguredCluster,
  ConfiguredExpectation,
  ConfiguredNode,
} from './configuration.ts';
import {
  contentForm,
  type ClusterContent,
  type Content,
  type KnownRule,
  type NodeContent,
} from './content.ts';
import { readDocument } from './document.ts';
import { fromHere } from './find.ts';
import { quoted, type Placed, type Report } from './form.ts';
import type { Mistakes } from './load.ts';
import type { Problem } from './problem.ts';

/** In bytes: room for some ten thousand nodes. */
const largestSize = 1024 * 1024;

/** So many mistakes are told; the others are counted. */
const mostMistakes = 20;

/** What a configuration may name. */
export interface Surroundings {
  readonly rules: readonly KnownRule[];
  /** Folders that the command line allows besides the project of the configuration file. */
  readonly includeRoots: readonly string[];
}

/**
 * Reads a configuration file.
 *
 * What is read may appear in reports, and reports may be public. So a file that was found, not named, must
 * lie in its project when symbolic links are followed, and so must what it leads to (docs/inputs.md).
 */
export function readConfiguration(
  { path, isNamed }: { readonly path: string; readonly isNamed: boolean },
  { rules, includeRoots }: Surroundings,
): Configuration | Mistakes {
  const project = projectOf(path);
  if (!isNamed && !below([project])(path)) {
    return { mistakes: [`${path} leads out of the project; --config FILE reads it anyway`] };
  }
  const read = readText(path, largestSize);
  if ('failure' in read) return { mistakes: [`cannot read ${path}: ${read.reason}`] };
  if (read.encoding !== 'utf-8') return { mistakes: [`cannot read ${path}: it is not UTF-8`] };
  const source: SourceFile = { path, text: read.text };
  const problems: Problem[] = [];
  const report: Report = (problem) => void problems.push(problem);
  const content = contentOf(source, rules, report);
  const allowed = [project, ...includeRoots].map((root) => realPath(root) ?? root);
  const configuration = content && resolved(content, { source, isAllowed: below(allowed), report });
  if (configuration && problems.length === 0) return configuration;
  return { mistakes: mistakesFrom(source, problems) };
}

function contentOf(
  { path, text }: SourceFile,
  rules: readonly KnownRule[],
  report: Report,
): Content | undefined {
  const read = readDocument(text, path.endsWith('.json') ? 'json' : 'yaml');
  if ('problems' in read) {
    read.problems.forEach(report);
    return undefined;
  }
  // An empty file is a configuration that says nothing.
  if (read.root === null) return {};
  const { range } = read.root;
  return contentForm(rules).read({ node: read.root, at: range?.[0] ?? 0 }, report);
}

interface Context {
  readonly source: SourceFile;
  readonly isAllowed: IsAllowed;
  readonly report: Report;
}

function resolved(content: Content, context: Context): Configuration {
  const { includeRoots = [], ignore = [], clusters = [], rules, baseline } = content;
  const { keepalivedVersion, profile, failOn, maxWarnings } = content;
  const taken: Taken = new Map();
  return {
    path: context.source.path,
    ...{ keepalivedVersion, profile, failOn, maxWarnings },
    ...{ severities: rules ?? new Map(), ignore },
    baseline: baseline && pathAt(baseline, context),
    includeRoots: includeRoots.flatMap((root) => folderAt(root, context) ?? []),
    clusters: clusters.map(({ value }) => clusterFrom(value, taken, context)),
  };
}

function folderAt(root: Placed<string>, context: Context): string | undefined {
  const path = pathAt(root, context);
  if (path === undefined || statsOf(path)?.isDirectory()) return path;
  context.report({ at: root.at, message: `there is no folder ${quoted(root.value)}` });
  return undefined;
}

/** A path of the configuration, from the working directory; undefined when it must not be looked at. */
function pathAt({ value, at }: Placed<string>, context: Context): string | undefined {
  const { source, isAllowed, report } = context;
  const path = resolve(dirname(source.path), value);
  if (!value.includes('\0') && isAllowed(path)) return fromHere(path);
  report({
    at,
    message: `${quoted(value)} leads out of the project; --include-root FOLDER allows its folder`,
  });
  return undefined;
}

/** The files that nodes have: of which cluster, and with which ids. */
type Taken = Map<
  string,
  { readonly cluster: ClusterContent; readonly ids: Set<string | undefined> }
>;

function clusterFrom(cluster: ClusterContent, taken: Taken, context: Context): ConfiguredCluster {
  const { name, nodes, expectations = [] } = cluster;
  const names = new Set<string>();
  return {
    name: name?.value,
    nodes: nodes.flatMap(({ value: node }) => {
      if (node.name && names.has(node.name.value)) {
        const message = `two nodes are called ${quoted(node.name.value)}; give each a name of its own`;
        context.report({ at: node.name.at, message });
      }
      if (node.name) names.add(node.name.value);
      return nodeFrom(node, cluster, taken, context) ?? [];
    }),
    expectations: expectations.flatMap((each) => expectationFrom(each, context) ?? []),
  };
}

function nodeFrom(
  { name, file, configId, addresses = new Map() }: NodeContent,
  cluster: ClusterContent,
  taken: Taken,
  context: Context,
): ConfiguredNode | undefined {
  const path = pathAt(file, context);
  if (path === undefined) return undefined;
  const known = taken.get(path) ?? { cluster, ids: new Set() };
  const mistake = (message: string): void => context.report({ at: file.at, message });
  if (known.cluster !== cluster)
    mistake(`${quoted(file.value)} belongs to another cluster, too; make one cluster of the two`);
  else if (
    known.ids.has(configId) ||
    (known.ids.size > 0 && [configId, ...known.ids].includes(undefined))
  )
    mistake(`${quoted(file.value)} is there twice; give each of its nodes a configId of its own`);
  known.ids.add(configId);
  taken.set(path, known);
  return { name: name?.value, file: path, configId, addresses };
}

function expectationFrom(
  { value, at }: Placed<string>,
  { source, report }: Context,
): ConfiguredExpectation | undefined {
  const expectation = parseExpectation(value);
  const start = source.text.startsWith(value, at) ? at : at + 1;
  if ('message' in expectation) {
    const isVerbatim = source.text.startsWith(value, start);
    report({ at: isVerbatim ? start + expectation.column - 1 : at, message: expectation.message });
    return undefined;
  }
  return { expectation, place: placeOf(source, at) };
}

function mistakesFrom(source: SourceFile, problems: readonly Problem[]): readonly string[] {
  const sorted = problems.toSorted((a, b) => a.at - b.at);
  const told = sorted.slice(0, mostMistakes);
  const messages = told.map(({ at, message }) => `${placeOf(source, at)}: ${message}`);
  const { length: more } = sorted.slice(mostMistakes);
  return more > 0
    ? [...messages, `${source.path} has ${more} more ${more === 1 ? 'mistake' : 'mistakes'}`]
    : messages;
}

function placeOf(source: SourceFile, at: number): string {
  const { line, column } = positionAt(source, at);
  return `${source.path}:${line}:${column}`;
}
