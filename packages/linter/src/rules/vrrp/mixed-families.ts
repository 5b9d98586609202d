import type { Location, VrrpInstance, Word } from '@kalint/parser';
import { familyOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';

/** alloc_vrrp_vip() and alloc_vrrp_unicast_peer() in keepalived/vrrp/vrrp_data.c */
export const mixedFamilies = defineRule({
  id: 'mixed-families',
  scope: 'config',
  severity: 'error',
  summary: 'An instance has IPv4 and IPv6 addresses; those of the other family are dropped',
  check({ config }, { report, quote }) {
    for (const instance of config.vrrp_instance ?? []) {
      const family = familyOf(instance);
      for (const { at, other, keyword } of addressesOf(instance)) {
        if (other === family) continue;
        report({
          at,
          message: `${quote(nameOf(instance))} is an IPv${family} virtual router, and ${quote(at)} in \`${keyword}\` an IPv${other} address`,
          notes: ['the first address decides; keepalived reports the others, and ignores them'],
          help: `make an instance of its own for IPv${other}, or write virtual addresses of the other family into virtual_ipaddress_excluded`,
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

function addressesOf({ virtual_ipaddress, unicast_peer }: VrrpInstance): readonly Listed[] {
  return [
    ...(virtual_ipaddress?.entries ?? []).map(({ value, word }) => ({
      at: word,
      other: value.address.value.family,
      keyword: 'virtual_ipaddress',
    })),
    ...(unicast_peer?.entries ?? []).map(({ value, word }) => ({
      at: word,
      other: value.address.value.family,
      keyword: 'unicast_peer',
    })),
  ];
}
