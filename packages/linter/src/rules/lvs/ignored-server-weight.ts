import type { RealServer, VirtualServer } from '@kalint/parser';
import type { Fix } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { hasChangingWeights, schedulerOf, virtualServersOf, weightOf } from './servers.ts';

/** Schedulers that only see whether a server has a weight, and the ones that do the same by weight. */
const weightedFor: Readonly<Record<string, string | undefined>> = {
  rr: 'wrr',
  lc: 'wlc',
  dh: undefined,
};

/** net/netfilter/ipvs/ip_vs_rr.c, ip_vs_lc.c and ip_vs_dh.c of Linux */
export const ignoredServerWeight = defineRule({
  id: 'ignored-server-weight',
  scope: 'config',
  severity: 'warning',
  summary: 'Real servers have different weights, and the scheduler does not look at them',
  check(node, { report }) {
    for (const server of virtualServersOf(node)) {
      const scheduler = schedulerOf(server);
      const at = scheduler?.words[0];
      if (!scheduler || !at || !Object.hasOwn(weightedFor, scheduler.value)) continue;
      // The quorum is a sum of weights.
      if ((server.quorum?.value ?? 1) > 1 || hasChangingWeights(server)) continue;
      const [one, other] = unequalServersOf(server);
      if (!one || !other) continue;
      const weighted = weightedFor[scheduler.value];
      const fix: Fix | undefined =
        weighted === undefined
          ? undefined
          : {
              title: `write \`${weighted}\``,
              safety: 'unsafe',
              edits: [{ source: at.source, span: at.span, text: weighted }],
            };
      report({
        at,
        message: `the scheduler ${scheduler.value} ignores that the real servers have different weights`,
        notes: ['every server gets the same share, whatever it weighs; only a weight of 0 counts'],
        help: `write \`${weighted ?? 'wlc'}\`, which goes by weight, or remove the weights`,
        related: [one, other].map((real) => ({
          location: real.weight?.statement.keyword ?? real.statements[0].keyword,
          message: `this one weighs ${weightOf(server, real)}`,
        })),
        fix,
      });
    }
  },
});

/** Two servers of different weight; one of weight 0 is out of use. */
function unequalServersOf(server: VirtualServer): readonly RealServer[] {
  const used = (server.real_server ?? []).filter((real) => weightOf(server, real) > 0);
  const [one] = used;
  const other = one && used.find((real) => weightOf(server, real) !== weightOf(server, one));
  return one && other ? [one, other] : [];
}
