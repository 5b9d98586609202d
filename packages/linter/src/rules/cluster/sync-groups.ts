import type { VrrpSyncGroup } from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';
import type { Member, VirtualRouter } from '../../cluster/virtual-routers.ts';
import { memberNamesOf } from '../../cluster/sync-groups.ts';

/** A sync group of a node, with those of its instances that exist. */
export interface SyncGroup {
  readonly node: Node;
  readonly group: VrrpSyncGroup;
  readonly members: readonly GroupMember[];
}

interface GroupMember {
  readonly member: Member;
  readonly router: VirtualRouter;
}

/** The sync groups of the nodes; an instance counts to the first that names it (vrrp_sync.c). */
export function syncGroupsOf(routers: readonly VirtualRouter[]): readonly SyncGroup[] {
  const byNode = new Map<Node, Map<string, GroupMember>>();
  for (const router of routers) {
    for (const member of router.members) {
      const instances = byNode.get(member.node) ?? new Map<string, GroupMember>();
      byNode.set(member.node, instances.set(member.instance.header, { member, router }));
    }
  }
  return [...byNode].flatMap(([node, instances]) =>
    (node.config.vrrp_sync_group ?? []).map((group) => {
      const names = memberNamesOf(group);
      const members = [...names].flatMap((name) => instances.get(name) ?? []);
      for (const name of names) instances.delete(name);
      return { node, group, members };
    }),
  );
}
