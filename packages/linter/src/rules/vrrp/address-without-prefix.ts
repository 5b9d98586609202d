import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';
import { virtualAddressesOf } from './virtual-addresses.ts';

/** parse_ipaddress() in keepalived/vrrp/vrrp_ipaddress.c takes 32 or 128. */
export const addressWithoutPrefix = defineRule({
  id: 'address-without-prefix',
  scope: 'config',
  severity: 'info',
  profile: 'strict',
  summary: 'A virtual address has no prefix length: it becomes a /32, or a /128',
  check({ config }, { report, quote }) {
    for (const instance of config.vrrp_instance ?? []) {
      for (const { entry } of virtualAddressesOf(instance)) {
        const { address, peer } = entry.value;
        if (address.value.prefix !== undefined || peer || address.word.text.includes('/')) continue;
        const longest = address.value.family === 4 ? 32 : 128;
        report({
          at: entry.word,
          message: `a virtual address of ${quote(nameOf(instance))} has no prefix length`,
          notes: [
            `keepalived adds it as a /${longest}, without a route to the network that it is in`,
          ],
          help: `write the prefix length of its network, or \`/${longest}\` if that is meant`,
        });
      }
    }
  },
});
