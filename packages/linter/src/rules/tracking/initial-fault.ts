import type { Config, VrrpInstance } from '@kalint/parser';
import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';
import { groupOf } from '../../cluster/sync-groups.ts';
import { trackFilesOf } from './tracked-names.ts';

/** initialise_vrrp_file_tracking_priorities() in keepalived/vrrp/vrrp_track.c: as low as that is FAULT. */
const lowest = -254;

/** track_file_init_handler() in keepalived/trackers/track_file.c writes the value before anybody reads it. */
export const initialFault = defineRule({
  id: 'initial-fault',
  scope: 'config',
  severity: 'warning',
  summary: 'The init_file value of a track_file puts an instance into FAULT from the start',
  check({ config }, { report, quote }) {
    const followers = followersIn(config);
    for (const file of trackFilesOf(config)) {
      const { init_file: setting } = file;
      const number = setting?.value?.value;
      const at = number?.word ?? setting?.statement.keyword;
      if (!setting || !at) continue;
      const faulty = followers.get(file.header)?.find(({ weight, reverse }) =>
        meansFault(number?.value ?? 0, weight ?? file.weight?.value.weight ?? 1, {
          reverse: reverse ?? file.weight?.value.reverse ?? false,
        }),
      );
      if (!faulty) continue;
      report({
        at,
        message: `with this value ${quote(nameOf(faulty.instance))} is in FAULT from the start`,
        notes: [
          'without a weight any value but 0 means FAULT, with one the product of value and weight does when it is -254 or less',
        ],
        help: 'write a value that means that all is well',
      });
    }
  },
});

interface Follower {
  readonly instance: VrrpInstance;
  readonly weight: number | undefined;
  readonly reverse: boolean | undefined;
}

/** By the names of files the instances that track them, by themselves or with their group. */
function followersIn(config: Config): ReadonlyMap<string, readonly Follower[]> {
  const followers = new Map<string, Follower[]>();
  for (const instance of config.vrrp_instance ?? []) {
    const group = groupOf(config, instance);
    // What a member tracks itself may be dropped, or lose its weight: ignored-weight.
    const list = group ? group.track_file : instance.track_file;
    for (const { value } of list?.entries ?? []) {
      const name = value.name.value;
      const known = followers.get(name) ?? [];
      // The first line of a name counts.
      if (known.at(-1)?.instance === instance) continue;
      const weight = value.weight?.value;
      known.push({ instance, weight: weight?.weight, reverse: weight?.reverse });
      followers.set(name, known);
    }
  }
  return followers;
}

function meansFault(
  value: number,
  weight: number,
  { reverse }: { readonly reverse: boolean },
): boolean {
  if (weight === 0) return reverse ? value === 0 : value !== 0;
  return value * weight * (reverse ? -1 : 1) <= lowest;
}
