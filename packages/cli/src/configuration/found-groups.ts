import type { GroupedCluster, Grouping } from '@kalint/linter';
import { counted } from '../counted.ts';
import type { FoundFile } from '../fleet/find-files.ts';
import type { Configuration } from './configuration.ts';
import { configuredGroups, groupOf, type FileGroup } from './groups.ts';

/** The files of a run in groups, and what must be said about that. */
export interface FoundGroups {
  readonly groups: readonly FileGroup[];
  readonly remarks: readonly string[];
}

/**
 * Groups files that were looked at for what they share. The clusters of the configuration file come first.
 * Files that were all named, one by one, are one group, whoever names them together means that, unless there
 * are several clusters among them.
 *
 * @param grouping that of all the files
 */
export function foundGroups(
  configuration: Pick<Configuration, 'clusters'> | undefined,
  found: readonly FoundFile[],
  { clusters }: Grouping,
): FoundGroups {
  const files = found.map(({ path }) => path);
  const { groups: configured, others } = configuredGroups(configuration?.clusters ?? [], files);
  const free = new Set(others);
  const shared = clusters
    .map((cluster) => cluster.files.filter((file) => free.has(file)))
    .filter(({ length }) => length > 0);
  const several = clusters.filter((cluster) => nodesIn(cluster, free) > 1);
  const areNamed = found.every(({ isNamed }) => isNamed);
  if (areNamed && configured.length + several.length <= 1) {
    return { groups: [{ ...(configured[0] ?? groupOf([])), files }], remarks: [] };
  }
  const rank = new Map(files.map((file, index) => [file, index]));
  const inOrder = (a: string, b: string): number => (rank.get(a) ?? 0) - (rank.get(b) ?? 0);
  const groups = [...configured, ...shared.map((each) => groupOf(each.toSorted(inOrder)))];
  return { groups, remarks: areNamed ? [describeSplit(files.length, groups)] : [] };
}

/** How many of its files are nodes, and not only included by others. */
function nodesIn({ files, reasons }: GroupedCluster, free: ReadonlySet<string>): number {
  const included = reasons.flatMap(({ kind, files: [, file] }) => (kind === 'include' ? file : []));
  return files.filter((file) => free.has(file) && !included.includes(file)).length;
}

/** Whether it must be looked for what files share: two that somebody names are one cluster. */
export function areToBeGrouped(found: readonly FoundFile[]): boolean {
  return found.length > 2 || found.some(({ isNamed }) => !isNamed);
}

function describeSplit(count: number, groups: readonly FileGroup[]): string {
  const alone = groups.filter(({ files }) => files.length === 1).length;
  const clusters = counted(groups.length - alone, 'cluster');
  const others = alone > 0 ? ` and ${counted(alone, 'file')} of no cluster` : '';
  return (
    `the ${counted(count, 'file')} are ${clusters}${others}, each checked by itself; ` +
    '--explain-clusters says why'
  );
}
