import type { Location, VrrpInstance, Word } from '@kalint/parser';
import type { Node } from '../cluster/node.ts';

/** Something whose failure changes the priority of an instance. */
export interface Tracker {
  readonly kind: 'script' | 'interface' | 'process' | 'bfd';
  readonly name: string;
  /** Its name, where it is tracked. */
  readonly word: Word;
  /** -254 to 254; 0 puts the instance into FAULT instead. */
  readonly weight: number;
  readonly reverse: boolean;
  /** The number, where it is written; without one, the name in the track block. */
  readonly at: Location;
}

/**
 * The weighted trackers of an instance. The weight in the track block counts before that of what is
 * tracked (keepalived/vrrp/vrrp_track.c, alloc_track_script() and its siblings).
 *
 * Undefined when the priority cannot be told from the text alone: a track_file adds whatever number
 * stands in the file, and a sync group drops or shares the trackers of its members.
 */
export function trackersOf(
  { config }: Node,
  instance: VrrpInstance,
): readonly Tracker[] | undefined {
  const groups = config.vrrp_sync_group ?? [];
  const inGroup = groups.some((group) =>
    group.group?.entries.some(({ value }) => value === instance.header),
  );
  if (inGroup || (instance.track_file?.entries.length ?? 0) > 0) return undefined;

  const trackers: Tracker[] = [];
  const kinds = [
    { kind: 'script', items: instance.track_script, defined: config.vrrp_script },
    { kind: 'interface', items: instance.track_interface, defined: [] },
    { kind: 'process', items: instance.track_process, defined: config.vrrp_track_process },
    { kind: 'bfd', items: instance.track_bfd, defined: config.bfd_instance },
  ] as const;
  for (const { kind, items, defined = [] } of kinds) {
    for (const { value, word } of items?.entries ?? []) {
      const definition = defined.find(({ header }) => header === value.name.value);
      if (!definition && kind !== 'interface') continue;
      // The own interface is watched anyway; its line is ignored (vrrp.c, vrrp_complete_instance()).
      if (kind === 'interface' && value.name.value === instance.interface?.value) continue;
      const weight = value.weight?.value.weight ?? definition?.weight?.value.weight ?? 0;
      if (weight === 0) continue;
      const reverse = value.weight?.value.reverse ?? definition?.weight?.value.reverse ?? false;
      const at = value.weight?.words[0] ?? definition?.weight?.words[0] ?? word;
      trackers.push({ kind, name: value.name.value, word, weight, reverse, at });
    }
  }
  return trackers;
}
