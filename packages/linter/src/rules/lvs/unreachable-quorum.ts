import { losesSetting } from '../../cluster/disputed.ts';
import { defineRule } from '../../rule.ts';
import { numberFix } from './number-fix.ts';
import { hasChangingWeights, totalWeightOf, virtualServersOf } from './servers.ts';

/**
 * set_quorum_states() and update_quorum_state() in keepalived/check/ipwrapper.c: a quorum is gained at the
 * quorum plus the hysteresis, at startup too, and lost below the quorum minus the hysteresis.
 */
export const unreachableQuorum = defineRule({
  id: 'unreachable-quorum',
  scope: 'config',
  severity: 'warning',
  summary: 'Quorum and hysteresis together are more than all real servers weigh',
  check(node, { report }) {
    for (const server of virtualServersOf(node)) {
      // A weight or a server that is lost by a mistake would count.
      if (losesSetting(node, server.statements)) continue;
      const { quorum, hysteresis, sorry_server: sorry } = server;
      const wanted = quorum?.value ?? 1;
      const sum = totalWeightOf(server);
      // Of a quorum that is too high by itself quorum-too-high speaks, and of the hysteresis then, too.
      if (!hysteresis || wanted > sum || hysteresis.value >= wanted) continue;
      if (wanted + hysteresis.value <= sum || hasChangingWeights(server)) continue;
      report({
        at: hysteresis.statement.keyword,
        message: `quorum ${wanted} and hysteresis ${hysteresis.value} make ${wanted + hysteresis.value}, but all real servers together weigh ${sum}`,
        notes: [
          'keepalived says nothing, but a quorum is gained at the sum of the two, so that it is never gained, not even at startup',
          sorry
            ? 'without a quorum all packets go to the sorry_server'
            : 'quorum_up never runs, and the state of the virtual server stays down',
        ],
        help: `write a hysteresis of at most ${sum - wanted}, or a lower quorum`,
        fix: numberFix(hysteresis, sum - wanted, 'unsafe'),
      });
    }
  },
});
