import { defineRule } from '../../rule.ts';
import { staticLinesOf } from './static-lines.ts';

/** static_track_group_init() in keepalived/vrrp/vrrp_static_track.c; it says so in the log only. */
export const ignoredTrackGroup = defineRule({
  id: 'ignored-track-group',
  scope: 'config',
  severity: 'warning',
  summary: 'A static address, route or rule has track_group and no_track',
  check({ config }, { report }) {
    for (const { value } of staticLinesOf(config)) {
      const { track_group: group, no_track: never } = value;
      if (!group || !never) continue;
      report({
        at: group.word,
        message: '`track_group` has no effect beside `no_track`',
        notes: ['keepalived logs "has both track_group and no_track set - not tracking"'],
        help: 'delete the one that is not meant',
        related: [{ location: never.word, message: 'because of this' }],
      });
    }
  },
});
