import { compareReleases, type Release, type VrrpInstance } from '@kalint/parser';
import {
  familyOf,
  isUnicast,
  multicastGroupOf,
  sourceAddressOf,
  unicastPeersOf,
} from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import type { Node } from '../../cluster/node.ts';
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
  check(node, { report, quote, release }) {
    const { vrrp_instance: instances = [] } = node.config;
    if (instances.length < 2) return;
    const holders = new Map<string, VrrpInstance>();
    for (const instance of instances) {
      const keys = isUnicast(instance)
        ? unicastKeysOf(instance, release)
        : multicastKeysOf(node, instance);
      const other = keys.flatMap((key) => holders.get(key) ?? [])[0];
      for (const key of keys) if (!holders.has(key)) holders.set(key, instance);
      if (!other || areApart(instance, other)) continue;
      const { virtual_router_id: vrid } = instance;
      report({
        at: vrid?.words[0] ?? nameOf(instance),
        message: `${quote(nameOf(instance))} has the same virtual_router_id and ${isUnicast(instance) ? 'addresses' : 'interface'} as ${quote(nameOf(other))}`,
        notes: [
          `both would answer to the same advertisements: keepalived reports "${isUnicast(instance) ? 'duplicate VRID conflict' : 'both use VRID ...'}" and ends`,
        ],
        help: `give each virtual router of ${isUnicast(instance) ? 'two nodes' : 'an interface'} a virtual_router_id of its own`,
        related: [
          { location: locationOf(other.virtual_router_id ?? other), message: 'the other one' },
        ],
      });
    }
  },
});

/** Instances with the same key are the same virtual router; none when that is not known. */
function multicastKeysOf(node: Node, instance: VrrpInstance): readonly string[] {
  const { virtual_router_id: vrid, interface: device, header } = instance;
  if (!vrid || !device || header.includes('$')) return [];
  const group = multicastGroupOf(node, instance).value.key;
  return [`${vrid.value} ${device.value} ${familyOf(instance)} ${group}`];
}

/** With unicast they need the same source and a common peer. */
function unicastKeysOf(instance: VrrpInstance, release: Release): readonly string[] {
  const source = sourceAddressOf(instance)?.address.key;
  const { virtual_router_id: vrid } = instance;
  if (!vrid || source === undefined || compareReleases(release, '2.1.0') < 0) return [];
  return unicastPeersOf(instance).map(({ key }) => `${vrid.value} ${source} ${key}`);
}

function areApart({ interface: a }: VrrpInstance, { interface: b }: VrrpInstance): boolean {
  return a !== undefined && b !== undefined && a.value !== b.value;
}
