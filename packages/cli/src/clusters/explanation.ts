import type { Coincidence, Grouping, Reason } from '@kalint/linter';
import type { FileGroup } from '../configuration/groups.ts';

/** Which files are one cluster, and why. */
export interface Explanation {
  readonly clusters: readonly ExplainedCluster[];
  /** What files share that are not one cluster. */
  readonly coincidences: readonly Coincidence[];
}

/** Files that are checked together, perhaps only one. */
export interface ExplainedCluster {
  /** What the configuration file calls it. */
  readonly name: string | undefined;
  readonly files: readonly string[];
  /**
   * Who says so: the configuration file; the command line, which names all of them; or nobody, and it was found
   * out.
   */
  readonly by: 'configuration' | 'command-line' | 'marks';
  /** What its files share. */
  readonly reasons: readonly Reason[];
}

/** Says of groups of files why they are groups. */
export function explanationOf(
  groups: readonly FileGroup[],
  { clusters, coincidences }: Grouping,
): Explanation {
  const groupOf = new Map(groups.flatMap((group) => group.files.map((file) => [file, group])));
  const shared = new Map(clusters.flatMap((each) => each.files.map((file) => [file, each])));
  const reasons = new Map<FileGroup, Reason[]>(groups.map((group) => [group, []]));
  for (const reason of clusters.flatMap((cluster) => cluster.reasons)) {
    const [first, ...others] = reason.files.map((file) => groupOf.get(file));
    if (first && others.every((other) => other === first)) reasons.get(first)?.push(reason);
  }
  return {
    clusters: groups.map((group) => {
      const { name, files, nodes } = group;
      const isFound = new Set(files.map((file) => shared.get(file))).size === 1;
      const by = nodes.length > 0 ? 'configuration' : isFound ? 'marks' : 'command-line';
      return { name, files, by, reasons: reasons.get(group) ?? [] };
    }),
    coincidences: coincidences.filter(
      ({ files }) => new Set(files.map((file) => groupOf.get(file))).size > 1,
    ),
  };
}
