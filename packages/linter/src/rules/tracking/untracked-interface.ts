import { nameOf } from '../../cluster/names.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { isReportedAsSplit } from '../failover/split.ts';
import { groupOf } from '../../cluster/sync-groups.ts';

/** VRRP_FLAG_DONT_TRACK_PRIMARY in keepalived/vrrp/vrrp.c, vrrp_complete_instance() */
export const untrackedInterface = defineRule({
  id: 'untracked-interface',
  scope: 'config',
  severity: 'info',
  profile: 'strict',
  summary: 'dont_track_primary, and nothing else notices when the link goes down',
  check({ config }, { report, quote }, cluster) {
    for (const instance of config.vrrp_instance ?? []) {
      const { dont_track_primary: ignored } = instance;
      const blocks = [instance, groupOf(config, instance)];
      const isWatched = blocks.some((block) =>
        [block?.track_interface, block?.track_script, block?.track_bfd, block?.track_file].some(
          (list) => (list?.entries.length ?? 0) > 0,
        ),
      );
      if (!ignored || isWatched || isReportedAsSplit(cluster, instance)) continue;
      report({
        at: locationOf(ignored),
        message: `${quote(nameOf(instance))} stays master when the link of its interface goes down`,
        notes: [
          'with `dont_track_primary` keepalived does not go to FAULT; the other node hears nothing and becomes master too',
        ],
        help: 'remove it, or track an interface, a script or a neighbour that tells the same',
      });
    }
  },
});
