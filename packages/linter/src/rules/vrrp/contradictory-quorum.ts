import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';
import { isReadBefore } from '../../cluster/reading-order.ts';
import { lineRemoval } from '../line-edits.ts';

/** vrrp_tprocess_quorum_handler() and vrrp_tprocess_quorum_max_handler() in keepalived/vrrp/vrrp_parser.c */
export const contradictoryQuorum = defineRule({
  id: 'contradictory-quorum',
  scope: 'config',
  severity: 'error',
  summary: 'The quorum of a tracked process is larger than its quorum_max',
  check({ config }, { report, quote }) {
    for (const process of config.vrrp_track_process ?? []) {
      const { quorum, quorum_max: most } = process;
      if (!quorum || !most || quorum.value <= most.value) continue;
      const isMostLater = isReadBefore(quorum, most, process);
      // No process may run: one is needed by default, and that much is taken back.
      if (most.value === 0 && quorum.value === 1 && isMostLater) continue;
      const { statement: later } = isMostLater ? most : quorum;
      const { statement: earlier } = isMostLater ? quorum : most;
      report({
        at: later.keyword,
        message: `${quote(nameOf(process))} needs ${quorum.value} processes, and may have ${most.value}`,
        notes: [
          `keepalived reports ${isMostLater ? '"quorum_max is less than quorum"' : '"Quorum is greater than quorum_max"'} and ignores the line`,
        ],
        help: 'write a quorum_max that is at least the quorum',
        related: [{ location: earlier.keyword, message: `${earlier.keyword.text} is here` }],
        fix: {
          title: `remove \`${later.keyword.text}\``,
          safety: 'safe',
          edits: [lineRemoval(later)],
        },
      });
    }
  },
});
