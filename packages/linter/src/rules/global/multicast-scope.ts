import { defineRule } from '../../rule.ts';

/** vrrp_mcast_group6_handler() in keepalived/core/global_parser.c; RFC 9568, section 5.1.2.2 */
export const multicastScope = defineRule({
  id: 'multicast-scope',
  scope: 'config',
  severity: 'warning',
  summary: 'vrrp_mcast_group6 is no link-local multicast group',
  check({ config }, { report, quote }) {
    const group = config.global_defs?.vrrp_mcast_group6;
    const [word] = group?.words ?? [];
    if (!group || !word || isLinkLocal(group.value.key)) return;
    report({
      at: word,
      message: `${quote(word)} is no link-local multicast group`,
      notes: [
        'keepalived takes it and reports that it "should be link-local multicast": advertisements are for one link only',
      ],
      help: 'write a group that begins with `ff02:`, or leave the line out for ff02::12',
    });
  },
});

/** IN6_IS_ADDR_MC_LINKLOCAL: the scope is the fourth hexadecimal digit. */
function isLinkLocal(key: string): boolean {
  return /^ff[\da-f]2:/.test(key);
}
