import { compareReleases, type Release } from '@kalint/parser';
import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';
import { lineRemoval } from '../line-edits.ts';
import { interfaceOf, virtualAddressesOf, type VirtualAddress } from './virtual-addresses.ts';

/** The first release that looks for them. */
const reportedSince: Release = '2.3.3';

/** vip_is_duplicate() in keepalived/vrrp/vrrp_data.c; the length of the prefix makes no difference to it. */
export const duplicateAddress = defineRule({
  id: 'duplicate-address',
  scope: 'config',
  severity: 'error',
  summary: 'A virtual address is written twice in an instance',
  check({ config }, { report, quote, release }) {
    for (const instance of config.vrrp_instance ?? []) {
      const addresses = virtualAddressesOf(instance);
      if (addresses.length < 2) continue;
      const known = new Map<string, VirtualAddress[]>();
      for (const address of addresses) {
        const { key } = address.entry.value.address.value;
        const firsts = known.get(key) ?? [];
        const first = firsts.find((each) =>
          areTogether(each, address, (one) => interfaceOf(instance, one)),
        );
        if (!first) {
          known.set(key, [...firsts, address]);
          continue;
        }
        // keepalived compares the names of interfaces only where they are written.
        const isReported =
          compareReleases(release, reportedSince) >= 0 &&
          areTogether(first, address, ({ entry }) => entry.value.dev?.value);
        const { word, statement } = address.entry;
        report({
          at: word,
          severity: isReported ? 'error' : 'warning',
          message: `${quote(nameOf(instance))} has the address ${quote(word)} already`,
          notes: [
            isReported
              ? 'keepalived reports "VIP duplicates" and ignores the second one'
              : 'keepalived advertises it twice, and other routers count the addresses',
          ],
          help: 'remove one of the two, on every node',
          related: [{ location: first.entry.word, message: 'the first one' }],
          fix: {
            title: 'remove the second one',
            safety: isReported ? 'safe' : 'unsafe',
            edits: [lineRemoval(statement)],
          },
        });
      }
    }
  },
});

/** Two advertised addresses are one wherever they are put, an excluded one only on one interface. */
function areTogether(
  a: VirtualAddress,
  b: VirtualAddress,
  interfaceFor: (address: VirtualAddress) => string | undefined,
): boolean {
  const areAdvertised = a.keyword === 'virtual_ipaddress' && b.keyword === 'virtual_ipaddress';
  return areAdvertised || interfaceFor(a) === interfaceFor(b);
}
