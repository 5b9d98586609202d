import type { VrrpInstance } from '@kalint/parser';
import { familyOf, isUnicast } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/**
 * check_vrid_conflicts() in keepalived/vrrp/vrrp.c: two instances of one family on one interface need
 * different VRIDs. With unicast it is the addresses of the routers that count.
 */
export const duplicateVirtualRouter = defineRule({
  id: 'duplicate-virtual-router',
  scope: 'config',
  severity: 'error',
  summary: 'Two instances on one interface have the same virtual_router_id',
  check({ config }, { report, quote }) {
    const first = new Map<string, VrrpInstance>();
    for (const instance of config.vrrp_instance ?? []) {
      const key = keyOf(instance);
      const { virtual_router_id: vrid } = instance;
      if (key === undefined || !vrid) continue;
      const other = first.get(key);
      // Of two instances with one name the second is skipped, which is reported as such.
      if (!other) first.set(key, instance);
      else if (other.header !== instance.header) {
        const at = vrid.words[0] ?? vrid.statement.keyword;
        report({
          at,
          message: `${quote(nameOf(instance))} has the same virtual_router_id and interface as ${quote(nameOf(other))}`,
          notes: [
            'both would answer to the same advertisements: keepalived reports "both use VRID ..." and ends',
          ],
          help: 'give each virtual router of an interface a virtual_router_id of its own',
          related: [
            { location: locationOf(other.virtual_router_id ?? other), message: 'the other one' },
          ],
        });
      }
    }
  },
});

/** Instances with the same key are the same virtual router; undefined when that is not known. */
function keyOf(instance: VrrpInstance): string | undefined {
  const { virtual_router_id: vrid, interface: device, header } = instance;
  if (!vrid || !device || isUnicast(instance) || header.includes('$')) return undefined;
  const group = instance.mcast_dst_ip?.value.key ?? '';
  return `${vrid.value} ${device.value} ${familyOf(instance)} ${group}`;
}
