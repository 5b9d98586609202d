import type { Word } from '@kalint/parser';
import { differencesOf } from '../../cluster/disagreement.ts';
import { isDisputed } from '../../cluster/disputed.ts';
import { advertisedAddressesOf } from '../../cluster/effective.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import type { Member } from '../../cluster/virtual-routers.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { addressDifference, onlyHereAndThere } from './address-difference.ts';

/**
 * What stands in virtual_ipaddress_excluded is not in the advertisements (vrrp_build_vrrp_v2() and _v3() in
 * keepalived/vrrp/vrrp.c): no node ever notices that another one has other addresses there.
 */
export const excludedAddressMismatch = defineRule({
  id: 'excluded-address-mismatch',
  scope: 'cluster',
  severity: 'warning',
  summary: 'Nodes of one virtual router have different addresses in virtual_ipaddress_excluded',
  check({ virtualRouters }, { report, quote }) {
    for (const { members } of virtualRouters) {
      if (!members.some(({ instance }) => instance.virtual_ipaddress_excluded)) continue;
      const standing = members
        .filter((member) => !isDisputed(member, ['virtual_ipaddress_excluded']))
        .map((member) => ({ member, excluded: excludedOf(member, members) }));
      const differences = differencesOf(standing, ({ excluded }) =>
        [...excluded.keys()].sort().join(' '),
      );
      for (const { own, reference, agreeing } of differences) {
        const { instance } = own.member;
        const difference = addressDifference(own.excluded, reference.excluded);
        const { extra, missing } = difference;
        report({
          at: extra[0] ?? locationOf(instance.virtual_ipaddress_excluded ?? instance),
          message: `virtual_ipaddress_excluded of ${quote(nameOf(instance))} is not that of ${nodeNames(agreeing.map(({ member }) => member))}: ${onlyHereAndThere(difference, quote)}`,
          notes: [
            'these addresses are not in the advertisements, so that keepalived says nothing: at failover they disappear, or others appear',
          ],
          help: 'list the same addresses in virtual_ipaddress_excluded on all nodes',
          related: [
            {
              location:
                missing[0] ??
                locationOf(
                  reference.member.instance.virtual_ipaddress_excluded ?? reference.member.instance,
                ),
              message: 'on the other node',
            },
          ],
        });
      }
    }
  },
});

/** Those that stand in virtual_ipaddress of some node are virtual-ipaddress-mismatch. */
function excludedOf({ instance }: Member, members: readonly Member[]): ReadonlyMap<string, Word> {
  const advertised = members.map((member) => advertisedAddressesOf(member.instance));
  const excluded = new Map<string, Word>();
  for (const { value, word } of instance.virtual_ipaddress_excluded?.entries ?? []) {
    const { key } = value.address.value;
    const isAdvertised = advertised.some((addresses) => addresses.has(key));
    if (!isAdvertised && !excluded.has(key)) excluded.set(key, word);
  }
  return excluded;
}
