import { losesSetting } from '../../cluster/disputed.ts';
import { defineRule } from '../../rule.ts';
import { exchangeFix } from './number-fix.ts';
import { virtualServersOf } from './servers.ts';

/** net/netfilter/ipvs/ip_vs_ctl.c of Linux, ip_vs_add_dest() and ip_vs_edit_dest() */
export const lowerThresholdTooHigh = defineRule({
  id: 'lower-threshold-too-high',
  scope: 'config',
  severity: 'error',
  summary: 'An lthreshold is above uthreshold, or stands without it',
  check(node, { report }) {
    for (const real of virtualServersOf(node).flatMap(({ real_server = [] }) => real_server)) {
      const { lthreshold, uthreshold } = real;
      if (losesSetting(node, real.statements, ['uthreshold'])) continue;
      if (!lthreshold || lthreshold.value <= (uthreshold?.value ?? 0)) continue;
      report({
        at: lthreshold.statement.keyword,
        message: uthreshold
          ? `lthreshold ${lthreshold.value} is above uthreshold ${uthreshold.value}`
          : `lthreshold ${lthreshold.value} stands without uthreshold`,
        notes: [
          'keepalived passes both on, and the kernel refuses the real server ("lower threshold is higher than upper threshold"): it never gets a connection',
        ],
        help: uthreshold
          ? 'write an lthreshold of at most uthreshold'
          : 'add a `uthreshold` above it, or remove the line',
        fix: uthreshold && uthreshold.value > 0 ? exchangeFix(lthreshold, uthreshold) : undefined,
      });
    }
  },
});
