import { compareReleases, type Release } from '@kalint/parser';
import { nameOf } from '../../cluster/names.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { lineRemoval } from '../line-edits.ts';
import { mentionedIn } from './tracked-names.ts';

const since: Release = '2.0.0';

/**
 * alloc_track_script() in keepalived/vrrp/vrrp_track.c sets the initial state of a script anew for each
 * line that tracks it, and such a line can only follow the script.
 */
export const ineffectiveInitFail = defineRule({
  id: 'ineffective-init-fail',
  scope: 'config',
  severity: 'warning',
  summary: 'init_fail has no effect on a script that is tracked',
  check(node, { report, quote, release }) {
    if (compareReleases(release, since) < 0) return;
    for (const script of node.config.vrrp_script ?? []) {
      if (!script.init_fail || !mentionedIn(node).has(script.header)) continue;
      report({
        at: locationOf(script.init_fail),
        message: `\`init_fail\` of ${quote(nameOf(script))} has no effect`,
        notes: [
          'each track_script line that names the script sets its first state anew, and keepalived says nothing',
          'the first run decides: one failure is enough then, whatever `fall` says',
        ],
        help: 'remove it',
        fix: {
          title: 'remove it',
          safety: 'safe',
          edits: [lineRemoval(script.init_fail.statement)],
        },
      });
    }
  },
});
