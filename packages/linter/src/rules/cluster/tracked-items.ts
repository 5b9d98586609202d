import type { Config, VrrpInstance, VrrpScript, VrrpSyncGroup, Word } from '@kalint/parser';
import { firstsByName } from '../../cluster/names.ts';
import type { Member } from '../../cluster/virtual-routers.ts';
import { groupsNaming } from '../../cluster/sync-groups.ts';
import { trackFilesOf } from '../tracking/tracked-names.ts';

/** Something that is tracked, and its definition. */
export interface TrackedThing {
  /** The same on all nodes that track the same, under whatever name: a command, a path. */
  readonly identity: string;
  /** As it is tracked. */
  readonly word: Word;
  readonly kind: TrackKind;
  readonly name: string;
}

type TrackKind = 'script' | 'file' | 'process';

/**
 * What an instance tracks, by itself or in its sync group. Interfaces and BFD sessions are left out: the
 * ones have other names on another machine, the others lead to another neighbour.
 */
export function trackedBy({ node, instance }: Member): readonly TrackedThing[] {
  const { config } = node;
  const things = new Map<string, TrackedThing>();
  addThings(things, instance, config);
  for (const group of groupsNaming(config, instance)) addThings(things, group, config);
  return [...things.values()];
}

/** Adds what an instance or a group tracks, by its identity. */
function addThings(
  things: Map<string, TrackedThing>,
  holder: VrrpInstance | VrrpSyncGroup,
  config: Config,
): void {
  const subjects = subjectsIn(config);
  const lists = [
    { kind: 'script', list: holder.track_script },
    { kind: 'file', list: holder.track_file },
    { kind: 'process', list: holder.track_process },
  ] as const;
  for (const { kind, list } of lists) {
    for (const { value, word } of list?.entries ?? []) {
      const name = value.name.value;
      const identity = `${kind} ${subjectOf(kind, name, subjects) ?? name}`;
      things.set(identity, { identity, kind, name, word });
    }
  }
}

/** What a name stands for on its node. */
function subjectOf(kind: TrackKind, name: string, subjects: Subjects): string | undefined {
  switch (kind) {
    case 'script':
      return subjects.scripts.get(name)?.script?.value.command;
    case 'file':
      return subjects.files.get(name)?.file?.value;
    case 'process':
      return subjects.processes.get(name)?.process?.value.command.value;
  }
}

/** What can be tracked on a node, by name. */
interface Subjects {
  readonly scripts: ReadonlyMap<string, VrrpScript>;
  readonly files: ReadonlyMap<string, Each<ReturnType<typeof trackFilesOf>>>;
  readonly processes: ReadonlyMap<string, Each<NonNullable<Config['vrrp_track_process']>>>;
}

type Each<T> = T extends readonly (infer E)[] ? E : never;

const known = new WeakMap<Config, Subjects>();

function subjectsIn(config: Config): Subjects {
  const subjects = known.get(config) ?? {
    scripts: firstsByName(config.vrrp_script ?? []),
    files: firstsByName(trackFilesOf(config)),
    processes: firstsByName(config.vrrp_track_process ?? []),
  };
  known.set(config, subjects);
  return subjects;
}
