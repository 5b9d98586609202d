import { defineRule } from '../../rule.ts';
import { hasChangingWeights, virtualServersOf, weightOf } from './servers.ts';

/** The schedulers of Linux pass over a server of weight 0; net/netfilter/ipvs. */
export const zeroWeight = defineRule({
  id: 'zero-weight',
  scope: 'config',
  severity: 'info',
  profile: 'strict',
  summary: 'A real server has weight 0 and gets no new connections',
  check(node, { report }) {
    for (const server of virtualServersOf(node)) {
      // That all weigh nothing is what quorum-too-high says.
      const isUsed = server.real_server?.some((real) => weightOf(server, real) > 0);
      if (!isUsed || hasChangingWeights(server)) continue;
      for (const { weight } of server.real_server ?? []) {
        if (weight?.value !== 0) continue;
        report({
          at: weight.statement.keyword,
          message: 'this real server has weight 0 and gets no new connections',
          notes: ['that is how a server is drained, and easily forgotten'],
          help: 'give it a weight when it is to work again, or remove it',
        });
      }
    }
  },
});
