import { compareReleases, type Release, type VrrpInstance } from '@kalint/parser';
import { advertisedAddressesOf, familyOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';

/**
 * vrrp_complete_instance() in keepalived/vrrp/vrrp.c; before 1.2.20 vrrp_vip_handler() in
 * keepalived/vrrp/vrrp_parser.c. RFC 5798, section 5.2.5: eight bits count the addresses.
 */
export const tooManyAddresses = defineRule({
  id: 'too-many-addresses',
  scope: 'config',
  severity: 'error',
  summary: 'An advertisement has no room for all virtual addresses',
  check({ config }, { report, quote, release }) {
    for (const instance of config.vrrp_instance ?? []) {
      const most = mostAddresses(instance, release);
      const advertised = [...advertisedAddressesOf(instance).values()];
      const [first] = advertised.slice(most);
      if (!first) continue;
      report({
        at: first,
        // Only a larger MTU than the usual one has room for more.
        severity: familyOf(instance) === 6 ? 'warning' : 'error',
        message: `${quote(nameOf(instance))} has ${advertised.length} virtual addresses, and an advertisement has room for ${most}`,
        notes: [
          'keepalived reports it and treats the others like excluded ones: nodes that do not agree on which these are do not agree on the addresses',
        ],
        help: 'write those from here on into virtual_ipaddress_excluded on every node',
      });
    }
  },
});

/** VRRP_MAX_VIP of old releases */
const mostOfOld = 20;

function mostAddresses(instance: VrrpInstance, release: Release): number {
  if (compareReleases(release, '1.2.20') < 0) return mostOfOld;
  return familyOf(instance) === 4 ? 255 : mostOfIpv6(instance);
}

/** What is left of 1500 bytes by the headers of Ethernet, IPv6 and VRRP, and by a signature. */
function mostOfIpv6({ auth_hmac: hmac }: VrrpInstance): number {
  const headers = 14 + 40 + 8 + (hmac && hmac.mode?.value !== 'receive-only' ? 28 : 0);
  return Math.floor((1500 - headers) / 16);
}
