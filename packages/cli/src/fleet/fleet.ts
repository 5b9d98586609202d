import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { groupByMarks, type FileMarks, type Grouping } from '@kalint/linter';
import { createReceiver, type Checked } from '../check/checked.ts';
import type { Gathered, NotGathered } from '../check/gather.ts';
import type { Invocation } from '../check/invocation.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { areToBeGrouped, foundGroups, type FoundGroups } from '../configuration/found-groups.ts';
import { configIdsOf, groupsOf, type FileGroup } from '../configuration/groups.ts';
import { realPath } from '../disk/real-path.ts';
import { aloneWith, crewOf, type Crew } from './crew.ts';
import { findFiles, type FilesFound, type FoundFile } from './find-files.ts';
import type { Ignored } from './ignored.ts';
import { progressFor } from './progress.ts';
import type { Unreadable, WorkSettings } from './work.ts';

export { findFiles };

/**
 * Finds and groups the files of a run that are more than one or two names. Nothing of this is loaded for those.
 */
export async function gatherFleet(
  { files: words, ignores, ...invocation }: Invocation,
  configuration: Configuration | undefined,
  settings: WorkSettings,
): Promise<Gathered | NotGathered> {
  const ignored = ignores ? ignoredIn(configuration) : undefined;
  const { files, failures, remarks } =
    words.length > 0 ? findFiles(words, ignored) : configuredFiles(configuration);
  if (failures.length > 0) return { failures, remarks };
  const { threads, isQuiet, explainsClusters, fixing, showsTiming } = invocation;
  const isForCheck = !explainsClusters && !fixing && !showsTiming;
  const fleet = openFleet(settings, { size: files.length, threads, isQuiet, isForCheck });
  const areFree = words.length > 0 && areToBeGrouped(files);
  const grouped = areFree
    ? await groupFound(files, configuration, fleet)
    : { groups: groupsOf(configuration, words), remarks: [] };
  if (!('failures' in grouped))
    return { ...grouped, remarks: [...remarks, ...grouped.remarks], given: files, fleet };
  await fleet.dismiss();
  return { ...grouped, remarks };
}

/** The files of the clusters that the configuration file names. */
function configuredFiles(configuration: Configuration | undefined): FilesFound {
  const files = groupsOf(configuration, []).flatMap((group) => group.files);
  return {
    files: files.map((path) => ({ path, isNamed: true })),
    failures: [],
    remarks: [],
  };
}

/** What the configuration file leaves out. */
export function ignoredIn(configuration: Configuration | undefined): Ignored | undefined {
  if (!configuration) return undefined;
  const { ignore, path } = configuration;
  return { patterns: ignore, folder: dirname(path), by: path };
}

async function groupFound(
  files: readonly FoundFile[],
  configuration: Configuration | undefined,
  fleet: Fleet,
): Promise<FoundGroups | Unreadable> {
  const grouping = await fleet.group(files);
  return 'failures' in grouping ? grouping : foundGroups(configuration, files, grouping);
}

/** Files that are too many to be named, and who works on them. */
export interface Fleet {
  /** What tells of some files to which cluster they belong. */
  readonly look: (
    files: readonly FoundFile[],
  ) => Promise<{ readonly results: readonly FileMarks[] } | Unreadable>;
  /** Which of some files are one cluster. */
  readonly group: (files: readonly FoundFile[]) => Promise<Grouping | Unreadable>;
  /** Checks groups of files; what was found stands in their order. */
  readonly check: (
    groups: readonly FileGroup[],
  ) => Promise<{ readonly results: readonly Checked[] } | Unreadable>;
  /** Gives threads and memory back. To be called in the end, whatever has happened; twice does no harm. */
  readonly dismiss: () => Promise<void>;
}

interface FleetSize {
  /** How many files there are: few are not worth a thread. */
  readonly size: number;
  /** Undefined: as many as the machine has processors. */
  readonly threads: number | undefined;
  readonly isQuiet: boolean;
  /** Whether what is looked at is going to be checked. */
  readonly isForCheck: boolean;
}

/** A thread takes the time of some twenty files to get going, and must read what it works with once more. */
const leastForThreads = 64;

/** More threads than this only take memory: reading and reporting are done by one. */
const mostThreads = 16;

/** Makes ready for the files of a run. */
export function openFleet(
  settings: WorkSettings,
  { size, threads, isQuiet, isForCheck }: FleetSize,
): Fleet {
  const wanted = Math.min(threads ?? availableParallelism(), mostThreads);
  // Not before there is work for them: with --fix, for instance, there may be none.
  let crew: Crew | undefined;
  const crewForWork = (): Crew =>
    (crew ??=
      wanted > 1 && size >= leastForThreads ? crewOf(wanted, settings) : aloneWith(settings));
  const progress = progressFor(isQuiet);
  const all: Crew['all'] = async (kind, given, keep, advance) => {
    try {
      return await crewForWork().all(kind, given, keep, advance);
    } finally {
      progress.clear();
    }
  };
  const receive = createReceiver();
  const foundAlone = new Map<string, Checked>();
  const look: Fleet['look'] = async (files) => {
    const given = files.map(({ path: file }) => ({ file, isForCheck }));
    const seen = await all(
      'look',
      given,
      (result) => {
        if ('failures' in result) return result;
        const { marks, alone } = result;
        if (alone) foundAlone.set(marks.file, receive(alone));
        return marks;
      },
      (done) => progress.show('files read', done, given.length),
    );
    const outcome = allOf(seen);
    return 'failures' in outcome ? outcome : { results: withOneName(outcome.results) };
  };
  /** What was found in a cluster of one when it was looked at. */
  const knownOf = ({ files: [file, other], nodes }: FileGroup): Checked | undefined =>
    file === undefined || other !== undefined || configIdsOf(nodes).size > 0
      ? undefined
      : foundAlone.get(file);
  return {
    look,
    group: async (files) => {
      const outcome = await look(files);
      return 'failures' in outcome ? outcome : groupByMarks(outcome.results);
    },
    check: async (groups) => {
      const known = groups.map(knownOf);
      const given = groups
        .filter((_, index) => known[index] === undefined)
        .map(({ files, nodes }) => ({ files, configIds: configIdsOf(nodes) }));
      // What was found alone in a file that is not alone is of no use.
      foundAlone.clear();
      const results = await all(
        'check',
        given,
        (result) => ('failures' in result ? result : receive(result)),
        (done) =>
          progress.show('clusters checked', groups.length - given.length + done, groups.length),
      );
      const outcome = allOf(results);
      if ('failures' in outcome) return outcome;
      const checked = outcome.results.values();
      return { results: known.flatMap((each) => each ?? checked.next().value ?? []) };
    },
    dismiss: async () => crew?.dismiss(),
  };
}

function allOf<Result extends object>(
  results: readonly (Result | Unreadable)[],
): { readonly results: readonly Result[] } | Unreadable {
  const failures = results.flatMap((result) => ('failures' in result ? result.failures : []));
  if (failures.length > 0) return { failures };
  return { results: results.flatMap((result) => ('failures' in result ? [] : [result])) };
}

/** The marks, included files called as they are called where they were found. */
function withOneName(marks: readonly FileMarks[]): readonly FileMarks[] {
  if (marks.every(({ includes }) => includes.length === 0)) return marks;
  const names = new Map(marks.map(({ file }) => [realPath(file) ?? file, file]));
  return marks.map((each) => ({
    ...each,
    includes: each.includes.map((mark) => {
      const name = names.get(realPath(mark.key) ?? mark.key);
      return name === undefined ? mark : { ...mark, key: name };
    }),
  }));
}
