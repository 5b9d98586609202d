import { defineRule } from '../../rule.ts';

/** garp_group_garp_interval_handler() in keepalived/vrrp/vrrp_parser.c, and its like for neighbours. */
export const slowAnnouncements = defineRule({
  id: 'slow-announcements',
  scope: 'config',
  severity: 'warning',
  summary: 'A garp_group waits a second or more between two announcements of addresses',
  check({ config }, { report }) {
    for (const { garp_interval, gna_interval } of config.garp_group ?? []) {
      for (const interval of [garp_interval, gna_interval]) {
        if (!interval || interval.value < 1) continue;
        const { keyword } = interval.statement;
        report({
          at: interval.words[0] ?? keyword,
          message: `${keyword.text} of ${interval.value} seconds is long`,
          notes: [
            'keepalived logs "is very large": it waits so long between any two announcements on the interfaces of the group, and until the last one the network sends packets to the old master',
          ],
          help: 'write a fraction of a second, such as 0.001',
        });
      }
    }
  },
});
