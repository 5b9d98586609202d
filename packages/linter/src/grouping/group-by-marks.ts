import { compareTexts } from '../text-order.ts';
import { sameNode } from './fit.ts';
import type { Coincidence, GroupedCluster, Grouping, Reason } from './grouping.ts';
import { includersOf } from './includers.ts';
import { likelyPairs } from './likely-pairs.ts';
import type { FileMarks } from './marks.ts';
import { areSideBySide, compareNearness } from './nearness.ts';
import { candidateOf, reasonFor, sharedThings } from './shared-things.ts';
import { createUnion, type Union } from './union.ts';
import { unitsOf } from './units-of.ts';

/**
 * Which files are one cluster, and why. Those that share an address, or send to each other, belong together
 * unless something speaks against it; those that lie near each other are looked at first. The order of the
 * files does not matter, and the time grows with their number as that of sorting does.
 *
 * @param marks of files with different paths
 */
export function groupByMarks(marks: readonly FileMarks[]): Grouping {
  const files = marks.toSorted((a, b) => compareTexts(a.file, b.file));
  const inclusions = includersOf(files);
  const candidates = files
    .filter(({ file }) => !inclusions.has(file))
    .map(candidateOf)
    .sort((a, b) => compareNearness(a.words, b.words));
  const union = createUnion<string>();
  const reasons: Reason[] = [];
  const coincidences: Coincidence[] = [];
  const isAlone = (file: string): boolean => union.sizeOf(file) === 1;
  const join = (reason: Reason): void => {
    if (union.joinAll(reason.files)) reasons.push(reason);
  };
  for (const thing of sharedThings(candidates)) {
    const found = unitsOf(thing);
    for (const { holders } of found.units) {
      const reason = reasonFor(thing, holders);
      if (thing.kind === 'sender' && setsOf(reason, isAlone, union) > 1)
        coincidences.push({ ...reason, because: 'each is in a cluster already' });
      else join(reason);
    }
    coincidences.push(...found.coincidences);
  }
  for (const { because, ...reason } of coincidences) {
    // Of a cluster that is nowhere else it is no copy: the file of one host was put on the other.
    if (because === sameNode && reason.files.every(isAlone) && areNeighbours(reason)) join(reason);
  }
  const alone = candidates.filter((each) => isAlone(each.marks.file));
  for (const { thing, pair } of likelyPairs(alone)) join(reasonFor(thing, pair));
  for (const inclusion of inclusions.values()) join(inclusion);
  return {
    clusters: clustersOf(files, reasons, union),
    coincidences: coincidences.filter((each) => !areTogether(each, union)),
  };
}

function clustersOf(
  files: readonly FileMarks[],
  reasons: readonly Reason[],
  union: Union<string>,
): readonly GroupedCluster[] {
  const clusters = new Map<string, { files: string[]; reasons: Reason[] }>();
  for (const { file } of files) {
    const set = union.setOf(file);
    const cluster = clusters.get(set) ?? { files: [], reasons: [] };
    cluster.files.push(file);
    clusters.set(set, cluster);
  }
  for (const reason of reasons) {
    const [file = ''] = reason.files;
    clusters.get(union.setOf(file))?.reasons.push(reason);
  }
  return [...clusters.values()];
}

/** How many clusters there are among files already. */
function setsOf(
  { files }: Reason,
  isAlone: (file: string) => boolean,
  union: Union<string>,
): number {
  return new Set(files.filter((file) => !isAlone(file)).map(union.setOf)).size;
}

function areNeighbours({ files: [a = '', b = ''] }: Reason): boolean {
  return areSideBySide(a, b);
}

function areTogether({ files }: Reason, union: Union<string>): boolean {
  return new Set(files.map(union.setOf)).size === 1;
}
