import { losesSetting } from '../../cluster/disputed.ts';
import { isComplete } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import { numberFix } from './number-fix.ts';
import { totalWeightOf, virtualServersOf } from './servers.ts';

/** validate_check_config() in keepalived/check/check_data.c */
export const quorumTooHigh = defineRule({
  id: 'quorum-too-high',
  scope: 'config',
  severity: 'warning',
  summary: 'A quorum is more than all real servers weigh, or no more than its hysteresis',
  check(node, { report }) {
    // Further servers may stand in a file that was not read.
    if (!isComplete(node)) return;
    for (const server of virtualServersOf(node)) {
      const { quorum, hysteresis } = server;
      // A weight or a server that is lost by a mistake would count: then another repair is due.
      const isCertain = !losesSetting(node, server.statements);
      const sum = totalWeightOf(server);
      const wanted = quorum?.value ?? 1;
      if (wanted > sum) {
        report({
          at: quorum?.statement.keyword ?? server.statements[0].keyword,
          message: `the quorum is ${wanted}, but all real servers together weigh ${sum}`,
          notes: [`keepalived reports that it exceeds the total weight, and takes ${sum}`],
          help: `${sum > 0 ? `write \`quorum ${sum}\` or less, or ` : ''}give the real servers more weight`,
          // With nothing to weigh it would be 0, which is no quorum.
          fix: isCertain && quorum && sum > 0 ? numberFix(quorum, sum, 'unsafe') : undefined,
        });
      }
      const reached = Math.min(wanted, sum);
      // Nothing can be below the quorum of servers that weigh nothing, which has been said.
      if (reached === 0) continue;
      if (hysteresis && hysteresis.value >= reached) {
        report({
          at: hysteresis.statement.keyword,
          message: `the hysteresis is ${hysteresis.value}, and the quorum is ${reached}`,
          notes: [
            'a quorum could never be lost; keepalived reports it, and takes one less than the quorum',
          ],
          help: 'write a hysteresis below the quorum',
          fix: isCertain ? numberFix(hysteresis, reached - 1, 'unsafe') : undefined,
        });
      }
    }
  },
});
