import { realPath } from '../disk/real-path.ts';
import type {
  Configuration,
  ConfiguredCluster,
  ConfiguredExpectation,
  ConfiguredNode,
} from './configuration.ts';

/** Files that are looked at together, as the nodes of one cluster. */
export interface FileGroup {
  /** What the cluster is called; undefined when it has no name. */
  readonly name: string | undefined;
  /** Each once. */
  readonly files: readonly string[];
  /** What the configuration says of their nodes; a file is called as it is in `files`. */
  readonly nodes: readonly ConfiguredNode[];
  /** Those that can be checked: all nodes of the cluster are there. */
  readonly expectations: readonly ConfiguredExpectation[];
  /** What is worth saying about the files. */
  readonly remarks: readonly string[];
}

/**
 * The files of a run in groups: those of the command line are one; without any, each cluster of the
 * configuration is one. Of files on the command line it is known what the configuration says of the first
 * cluster that has any of them.
 */
export function groupsOf(
  configuration: Pick<Configuration, 'clusters'> | undefined,
  files: readonly string[],
): readonly FileGroup[] {
  const { clusters = [] } = configuration ?? {};
  if (files.length > 0) return [groupOf(files, clusters)];
  return clusters.map((cluster) => ({
    ...cluster,
    files: [...new Set(cluster.nodes.map(({ file }) => file))],
    remarks: [],
  }));
}

function groupOf(files: readonly string[], clusters: readonly ConfiguredCluster[]): FileGroup {
  // Of several names of one file the first counts, as in readFiles().
  const given = new Map(files.toReversed().map((file) => [realPath(file) ?? file, file]));
  const givenName = ({ file }: ConfiguredNode): string | undefined =>
    given.get(realPath(file) ?? file);
  const cluster = clusters.find(({ nodes }) => nodes.some((node) => givenName(node) !== undefined));
  if (!cluster) return { name: undefined, files, nodes: [], expectations: [], remarks: [] };
  const nodes = cluster.nodes.flatMap((node): readonly ConfiguredNode[] => {
    const file = givenName(node);
    return file === undefined ? [] : [{ ...node, file }];
  });
  const missing = cluster.nodes.filter((node) => givenName(node) === undefined);
  const expectations = missing.length === 0 ? cluster.expectations : [];
  return { name: cluster.name, files, nodes, expectations, remarks: remarksOn(cluster, missing) };
}

function remarksOn(
  { name, expectations }: ConfiguredCluster,
  [missing]: readonly ConfiguredNode[],
): readonly string[] {
  if (!missing || expectations.length === 0) return [];
  const which = name === undefined ? 'the cluster' : `cluster ${name}`;
  return [`what is expected of ${which} is not checked: ${missing.file} is not given`];
}

/** Which ids the nodes of files have, by the names of the files; without those of which nothing is said. */
export function configIdsOf(
  nodes: readonly ConfiguredNode[],
): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, readonly string[]>();
  for (const { file, configId } of nodes) {
    if (configId !== undefined) ids.set(file, [...(ids.get(file) ?? []), configId]);
  }
  return ids;
}
