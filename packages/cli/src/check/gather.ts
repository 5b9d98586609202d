import type { Configuration } from '../configuration/configuration.ts';
import { groupsOf, type FileGroup } from '../configuration/groups.ts';
import { looksLikePattern } from '../disk/looks-like-pattern.ts';
import { statsOf } from '../disk/real-path.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { WorkSettings } from '../fleet/work.ts';
import type { Given } from './show.ts';
import type { Invocation } from './invocation.ts';

/** The files of a run in groups, and who checks them. */
export interface Gathered {
  readonly groups: readonly FileGroup[];
  readonly given: readonly Given[];
  readonly remarks: readonly string[];
  /** Undefined: they are few, and all of them were named. To be dismissed in the end. */
  readonly fleet: Fleet | undefined;
}

/** Why the files of a run cannot be found, or read. */
export interface NotGathered {
  readonly failures: readonly string[];
  readonly remarks: readonly string[];
}

/** Finds the files that the command line stands for, and which of them are one cluster. */
export async function gather(
  invocation: Invocation,
  configuration: Configuration | undefined,
  settings: WorkSettings,
): Promise<Gathered | NotGathered> {
  const groups = areNames(invocation) ? groupsOf(configuration, invocation.files) : undefined;
  const files = groups?.flatMap((group) => group.files);
  if (!groups || !files || (files.length > mostInOneGo && invocation.standardInput === undefined)) {
    const { gatherFleet } = await import('../fleet/fleet.ts');
    return gatherFleet(invocation, configuration, settings);
  }
  const given = files.map((path) => ({ path, isNamed: true }));
  return { groups, given, remarks: [], fleet: undefined };
}

/** The clusters of a configuration file may have any number of files. */
const mostInOneGo = 32;

/** One or two files that somebody names are one cluster, and so are those of which one comes through a pipe. */
function areNames({ files, standardInput, explainsClusters }: Invocation): boolean {
  if (standardInput !== undefined) return true;
  if (explainsClusters) return false;
  return files.length <= 2 && files.every((word) => isName(word, statsOf(word)?.isDirectory()));
}

/** What is there and no folder is itself, whatever it is called. */
function isName(word: string, isFolder: boolean | undefined): boolean {
  return isFolder === undefined ? !looksLikePattern(word) : !isFolder;
}
