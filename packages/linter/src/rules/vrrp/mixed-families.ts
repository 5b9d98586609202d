import type { Location, VrrpInstance, Word } from '@kalint/parser';
import { familyOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';

/**
 * alloc_vrrp_vip() and alloc_vrrp_unicast_peer() in keepalived/vrrp/vrrp_data.c; vrrp_srcip_handler() and
 * others in keepalived/vrrp/vrrp_parser.c.
 */
export const mixedFamilies = defineRule({
  id: 'mixed-families',
  scope: 'config',
  severity: 'error',
  summary: 'An instance has IPv4 and IPv6 addresses; those of the other family are dropped',
  check({ config }, { report, quote }) {
    for (const instance of config.vrrp_instance ?? []) {
      const family = familyOf(instance);
      const native = instance.native_ipv6?.statement.keyword;
      if (native && family === 4) {
        report({
          at: native,
          message: `${quote(nameOf(instance))} is an IPv4 virtual router, and native_ipv6 comes too late`,
          notes: [
            'the first address decides: keepalived reports "Cannot specify native_ipv6 with IPv4 addresses"',
          ],
          help: 'remove `native_ipv6`, or the IPv4 addresses',
        });
      }
      for (const { at, other, keyword } of othersIn(instance, family)) {
        report({
          at,
          message: `${quote(nameOf(instance))} is an IPv${family} virtual router, and ${quote(at)} in \`${keyword}\` an IPv${other} address`,
          notes: ['the first address decides; keepalived reports the others, and ignores them'],
          help:
            keyword === 'virtual_ipaddress'
              ? `make an instance of its own for IPv${other}, or write virtual addresses of the other family into virtual_ipaddress_excluded`
              : `write an IPv${family} address`,
        });
      }
    }
  },
});

interface Listed {
  readonly at: Location & Pick<Word, 'text' | 'via'>;
  readonly other: 4 | 6;
  readonly keyword: string;
}

/** The addresses that are not of the family of their instance. */
function othersIn(instance: VrrpInstance, family: 4 | 6): readonly Listed[] {
  const others: Listed[] = [];
  const see = (at: Listed['at'], other: 4 | 6, keyword: string): void => {
    if (other !== family) others.push({ at, other, keyword });
  };
  for (const { value, word } of instance.virtual_ipaddress?.entries ?? []) {
    see(word, value.address.value.family, 'virtual_ipaddress');
  }
  for (const { value, word } of instance.unicast_peer?.entries ?? []) {
    see(word, value.address.value.family, 'unicast_peer');
  }
  for (const setting of [instance.unicast_src_ip, instance.mcast_src_ip, instance.mcast_dst_ip]) {
    const at = setting?.words[0];
    const keyword = setting?.statement.keyword.text;
    if (setting && at && keyword) see(at, setting.value.family, keyword);
  }
  const ipvlan = instance.use_ipvlan?.value?.address;
  if (ipvlan) see(ipvlan.word, ipvlan.value.family, 'use_ipvlan');
  return others;
}
