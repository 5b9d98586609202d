import { familyOf, isMulticast, isStrict } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { defineRule } from '../../rule.ts';

/** vrrp_complete_instance() in keepalived/vrrp/vrrp.c; RFC 5798, section 5.2.9 */
export const firstAddressNotLinkLocal = defineRule({
  id: 'first-address-not-link-local',
  scope: 'config',
  severity: 'info',
  summary: 'The first virtual address of an IPv6 instance is not link-local',
  check(node, { report, quote }) {
    for (const instance of node.config.vrrp_instance ?? []) {
      if (familyOf(instance) !== 6 || !isMulticast(instance)) continue;
      const addresses = instance.virtual_ipaddress?.entries ?? [];
      const first = addresses.find(({ value }) => value.address.value.family === 6);
      if (!first || first.value.address.value.linkLocal) continue;
      const isRequired = isStrict(node, instance);
      const other = addresses.find(({ value }) => value.address.value.linkLocal);
      report({
        at: first.word,
        severity: isRequired ? 'error' : 'info',
        message: `the first virtual address of ${quote(nameOf(instance))} is not link-local`,
        notes: [
          isRequired
            ? 'keepalived reports "the first IPv6 VIP address must be link local"'
            : 'keepalived logs "the first IPv6 VIP address should be link local": hosts that use the virtual router as their gateway know it by such an address (RFC 5798, section 5.2.9)',
        ],
        help: other
          ? `write ${quote(other.word)} first`
          : 'write a link-local address, such as fe80::1, before the others',
        related: other ? [{ location: other.word, message: 'this one is link-local' }] : [],
      });
    }
  },
});
