import { compareReleases, type Release } from '@kalint/parser';
import { nameOf } from '../../cluster/names.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { lineRemoval } from '../line-edits.ts';

/** The first release that does not look at the value. */
const invertedSince: Release = '2.2.5';

/** vrrp_skip_check_adv_addr_handler() in keepalived/vrrp/vrrp_parser.c */
export const invertedSetting = defineRule({
  id: 'inverted-setting',
  scope: 'config',
  severity: 'warning',
  summary: '`skip_check_adv_addr off` switches it on',
  check({ config }, { report, quote, release }) {
    if (compareReleases(release, invertedSince) < 0) return;
    for (const instance of config.vrrp_instance ?? []) {
      const { skip_check_adv_addr: skip } = instance;
      if (skip?.value !== false) continue;
      const general = config.global_defs?.vrrp_skip_check_adv_addr;
      report({
        at: locationOf(skip),
        message: `skip_check_adv_addr of ${quote(nameOf(instance))} is switched on, whatever its value`,
        notes: [
          `since release ${invertedSince} keepalived only looks at whether the value is a valid one`,
        ],
        help: general?.value
          ? 'it cannot be switched off for one instance: remove the line, and vrrp_skip_check_adv_addr from global_defs'
          : 'remove the line',
        fix: general?.value
          ? undefined
          : { title: 'remove the line', safety: 'safe', edits: [lineRemoval(skip.statement)] },
      });
    }
  },
});
