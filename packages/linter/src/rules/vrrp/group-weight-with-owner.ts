import type { Config, Entry, TrackedItem, VrrpInstance, VrrpSyncGroup } from '@kalint/parser';
import { addressOwnerPriority, basePriorityOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';
import { memberNamesOf } from '../../cluster/sync-groups.ts';
import { trackFilesOf } from '../tracking/tracked-names.ts';

/** sync_group_tracking_init() in keepalived/vrrp/vrrp.c clears the weights. */
export const groupWeightWithOwner = defineRule({
  id: 'group-weight-with-owner',
  scope: 'config',
  severity: 'error',
  summary: 'A sync group tracks with a weight, and one of its members has priority 255',
  check({ config }, { report, quote }) {
    for (const group of config.vrrp_sync_group ?? []) {
      const owner = ownerIn(config, group);
      if (!owner) continue;
      for (const { entry, weight } of weightedTrackers(config, group)) {
        report({
          at: entry.word,
          message: `${quote(nameOf(group))} tracks ${quote(entry.word)} with weight ${weight}, and ${quote(nameOf(owner))} has priority 255`,
          notes: [
            'keepalived reports "Cannot have weighted track ..." and clears the weight: when the check fails, all members go to the FAULT state',
          ],
          help: 'give the member a priority of at most 254, or write `weight 0` if that is meant',
          related: [
            { location: owner.priority?.statement.keyword ?? nameOf(owner), message: 'the owner' },
          ],
        });
      }
    }
  },
});

function ownerIn(
  { vrrp_instance: instances = [] }: Config,
  group: VrrpSyncGroup,
): VrrpInstance | undefined {
  const names = memberNamesOf(group);
  return instances.find(
    (each) => names.has(each.header) && basePriorityOf(each).value === addressOwnerPriority,
  );
}

interface WeightedTracker {
  readonly entry: Entry<TrackedItem>;
  readonly weight: number;
}

/** Those whose weight, or that of what they track, is not 0; that of a file is 1 by itself. */
function weightedTrackers(config: Config, group: VrrpSyncGroup): readonly WeightedTracker[] {
  const kinds = [
    { items: group.track_interface, defined: undefined, otherwise: 0 },
    { items: group.track_script, defined: config.vrrp_script ?? [], otherwise: 0 },
    { items: group.track_file, defined: trackFilesOf(config), otherwise: 1 },
    { items: group.track_process, defined: config.vrrp_track_process ?? [], otherwise: 0 },
    { items: group.track_bfd, defined: config.bfd_instance ?? [], otherwise: 0 },
  ];
  return kinds.flatMap(({ items, defined, otherwise }) =>
    (items?.entries ?? []).flatMap((entry) => {
      const definition = defined?.find(({ header }) => header === entry.value.name.value);
      if (defined && !definition) return [];
      const written = entry.value.weight?.value ?? definition?.weight?.value;
      const weight = written?.weight ?? otherwise;
      return weight === 0 ? [] : [{ entry, weight }];
    }),
  );
}
