import type { Config, VrrpInstance, VrrpSyncGroup, Word } from '@kalint/parser';
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
  const things = [instance, ...groupsNaming(config, instance)].flatMap((holder) =>
    thingsOf(holder, config),
  );
  return [...new Map(things.map((thing) => [thing.identity, thing])).values()];
}

function thingsOf(holder: VrrpInstance | VrrpSyncGroup, config: Config): readonly TrackedThing[] {
  const lists = [
    { kind: 'script', list: holder.track_script },
    { kind: 'file', list: holder.track_file },
    { kind: 'process', list: holder.track_process },
  ] as const;
  return lists.flatMap(({ kind, list }) =>
    (list?.entries ?? []).map(({ value, word }) => {
      const name = value.name.value;
      const what = subjectOf(kind, name, config) ?? name;
      return { identity: `${kind} ${what}`, kind, name, word };
    }),
  );
}

/** What a name stands for on its node. */
function subjectOf(kind: TrackKind, name: string, config: Config): string | undefined {
  switch (kind) {
    case 'script':
      return config.vrrp_script?.find(({ header }) => header === name)?.script?.value.command;
    case 'file':
      return trackFilesOf(config).find(({ header }) => header === name)?.file?.value;
    case 'process': {
      const definition = config.vrrp_track_process?.find(({ header }) => header === name);
      return definition?.process?.value.command.value;
    }
  }
}
