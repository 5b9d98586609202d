import type { TrackedItem, Entry, VrrpInstance, VrrpSyncGroup } from '@kalint/parser';
import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';
import { groupOf } from '../../cluster/sync-groups.ts';

/**
 * keepalived/vrrp/vrrp.c, add_vrrp_to_track_script() and its siblings; keepalived/trackers/track_file.c,
 * add_obj_to_track_file(). They say it in the log only; of interfaces tracked-own-interface speaks.
 */
export const trackedTwice = defineRule({
  id: 'tracked-twice',
  scope: 'config',
  severity: 'warning',
  summary: 'An instance tracks what its sync group tracks',
  check({ config }, { report, quote }) {
    for (const instance of config.vrrp_instance ?? []) {
      const group = groupOf(config, instance);
      if (!group) continue;
      for (const { inInstance, inGroup } of sharedTrackers(instance, group)) {
        report({
          at: inInstance.word,
          message: `${quote(nameOf(instance))} tracks ${quote(inInstance.word)}, and so does its sync group ${quote(nameOf(group))}`,
          notes: [
            'keepalived logs it and counts it once: with the weight of the group, unless the instance says 0',
          ],
          help: 'remove the line from the instance',
          related: [{ location: inGroup.word, message: 'the group tracks it here' }],
        });
      }
    }
  },
});

interface Shared {
  readonly inInstance: Entry<TrackedItem>;
  readonly inGroup: Entry<TrackedItem>;
}

const lists = ['track_script', 'track_file', 'track_process', 'track_bfd'] as const;

function sharedTrackers(instance: VrrpInstance, group: VrrpSyncGroup): readonly Shared[] {
  return lists.flatMap((list) => {
    const entries: readonly Entry<TrackedItem>[] = group[list]?.entries ?? [];
    const ofGroup = new Map(entries.map((entry) => [entry.value.name.value, entry]));
    return (instance[list]?.entries ?? []).flatMap((inInstance) => {
      const inGroup = ofGroup.get(inInstance.value.name.value);
      return inGroup ? [{ inInstance, inGroup }] : [];
    });
  });
}
