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
 * configuration is one. Files of several clusters of the configuration are so many groups, whatever the command
 * line has besides in the first.
 */
export function groupsOf(
  configuration: Pick<Configuration, 'clusters'> | undefined,
  files: readonly string[],
): readonly FileGroup[] {
  const { clusters = [] } = configuration ?? {};
  if (files.length > 0) {
    const { groups, others } = configuredGroups(clusters, files);
    const [first = groupOf([]), ...more] = groups;
    return [{ ...first, files: inOrder(files, [...first.files, ...others]) }, ...more];
  }
  return clusters.map((cluster) => ({
    ...cluster,
    files: [...new Set(cluster.nodes.map(({ file }) => file))],
    remarks: [],
  }));
}

/** Files of which nothing is said are one group. */
export function groupOf(files: readonly string[]): FileGroup {
  return { name: undefined, files, nodes: [], expectations: [], remarks: [] };
}

/** Some of the files, in the order in which all were given. */
export function inOrder(given: readonly string[], some: readonly string[]): readonly string[] {
  const wanted = new Set(some);
  return given.filter((file) => wanted.has(file));
}

/** Which files the clusters of a configuration have, and which others there are. */
export function configuredGroups(
  clusters: readonly ConfiguredCluster[],
  files: readonly string[],
): { readonly groups: readonly FileGroup[]; readonly others: readonly string[] } {
  if (clusters.length === 0) return { groups: [], others: files };
  // Of several names of one file the first counts, as in readFiles().
  const given = new Map(files.toReversed().map((file) => [realPath(file) ?? file, file]));
  const givenName = ({ file }: ConfiguredNode): string | undefined =>
    given.get(realPath(file) ?? file);
  const groups = clusters.flatMap((cluster): readonly FileGroup[] => {
    const nodes = cluster.nodes.flatMap((node): readonly ConfiguredNode[] => {
      const file = givenName(node);
      return file === undefined ? [] : [{ ...node, file }];
    });
    if (nodes.length === 0) return [];
    const missing = cluster.nodes.filter((node) => givenName(node) === undefined);
    return [
      {
        ...{ name: cluster.name, nodes, remarks: remarksOn(cluster, missing) },
        files: [...new Set(nodes.map(({ file }) => file))],
        expectations: missing.length === 0 ? cluster.expectations : [],
      },
    ];
  });
  const taken = new Set(groups.flatMap((group) => group.files));
  return { groups, others: files.filter((file) => !taken.has(file)) };
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
