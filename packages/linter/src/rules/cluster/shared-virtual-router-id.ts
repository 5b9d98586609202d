import {
  advertisedAddressesOf,
  familyOf,
  isMulticast,
  multicastGroupOf,
} from '../../cluster/effective.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import { areInOneNetwork } from '../../cluster/networks.ts';
import type { Member, VirtualRouter } from '../../cluster/virtual-routers.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/**
 * vrrp_dispatcher_read() in keepalived/vrrp/vrrp_scheduler.c finds the instance by VRID and interface alone:
 * what another virtual router sends under the same VRID is taken for one's own (RFC 5798, section 5.2.3).
 */
export const sharedVirtualRouterId = defineRule({
  id: 'shared-virtual-router-id',
  scope: 'cluster',
  severity: 'error',
  summary: 'Two virtual routers of different nodes have one VRID in one network',
  check({ virtualRouters }, { report, quote }) {
    for (const [first, second] of pairsWithOneId(virtualRouters)) {
      const [member] = second.members;
      const [other] = first.members;
      const id = member?.instance.virtual_router_id;
      const otherId = other?.instance.virtual_router_id;
      if (!member || !other || !id || !otherId) continue;
      report({
        at: locationOf(id),
        message: `virtual_router_id ${id.value} of ${quote(nameOf(member.instance))} is that of ${quote(nameOf(other.instance))} on ${nodeNames(first.members)}`,
        notes: [
          'they are different virtual routers, but in one network keepalived takes the advertisements of each for its own',
          'the one with the lower priority gives way and drops its addresses, or all are master and log complaints about passwords and addresses',
        ],
        help: 'give each virtual router in a network a VRID of its own',
        related: [{ location: locationOf(otherId), message: 'the same VRID here' }],
      });
    }
  },
});

function pairsWithOneId(
  routers: readonly VirtualRouter[],
): readonly (readonly [VirtualRouter, VirtualRouter])[] {
  const byId = new Map<string, VirtualRouter[]>();
  for (const router of routers) {
    for (const key of new Set(router.members.flatMap(linkKeyOf))) {
      byId.set(key, [...(byId.get(key) ?? []), router]);
    }
  }
  const pairs = [...byId.values()].flatMap(([first, ...others]) =>
    others.flatMap((other) => (first && couldMeet(first, other) ? [[first, other] as const] : [])),
  );
  const seen = new Set<VirtualRouter>();
  return pairs.filter(([, second]) => !seen.has(second) && seen.add(second));
}

/** What must be equal for two instances to hear each other, if their interfaces are in one network. */
function linkKeyOf({ node, instance }: Member): readonly string[] {
  const { virtual_router_id: id, interface: link } = instance;
  if (!id || !link || !isMulticast(instance)) return [];
  const group = multicastGroupOf(node, instance).value.key;
  return [`${familyOf(instance)} ${id.value} ${link.value} ${group}`];
}

/** Two on one node are duplicate-virtual-router. */
function couldMeet(a: VirtualRouter, b: VirtualRouter): boolean {
  const nodes = new Set(a.members.map(({ node }) => node));
  return (
    !b.members.some(({ node }) => nodes.has(node)) &&
    areInOneNetwork(addressesOf(a), addressesOf(b))
  );
}

function addressesOf({ members }: VirtualRouter): readonly string[] {
  return members.flatMap(({ instance }) => [...advertisedAddressesOf(instance).keys()]);
}
