import type { VrrpInstance, VrrpSyncGroup, Word } from '@kalint/parser';
import { nameOf } from '../../cluster/names.ts';
import type { Node } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';

/**
 * vrrp_complete_instance() in keepalived/vrrp/vrrp.c ignores an instance's own interface, which counts
 * anyway; and what its sync group tracks, too, must not be tracked twice (vrrp_complete_init()).
 */
export const trackedOwnInterface = defineRule({
  id: 'tracked-own-interface',
  scope: 'config',
  severity: 'warning',
  summary: 'track_interface names the interface of the instance, which is tracked anyway',
  check(node, { report, quote }) {
    for (const instance of node.config.vrrp_instance ?? []) {
      for (const { value, word } of instance.track_interface?.entries ?? []) {
        const tracked = value.name.value;
        const group = groupTracking(node, instance, tracked);
        const own = instance.interface?.value === tracked ? instance.interface : undefined;
        if (!own && !group) continue;
        const where = own ? 'is its own interface' : 'is tracked by its sync group, too';
        report({
          at: word,
          message: `${quote(nameOf(instance))} tracks ${quote(word)}, which ${where}`,
          notes: [
            own
              ? 'keepalived reports "Ignoring track_interface ... since own interface": it watches that one in any case, and a weight here has no effect'
              : 'keepalived reports "track_interface ... is configured on VRRP instance and sync group"',
          ],
          help: 'remove the line',
          related: [
            {
              location: own?.statement.keyword ?? group ?? word,
              message: own ? 'the interface is set here' : 'the group tracks it here',
            },
          ],
        });
      }
    }
  },
});

function groupTracking(node: Node, instance: VrrpInstance, name: string): Word | undefined {
  const isMember = ({ group }: VrrpSyncGroup): boolean =>
    group?.entries.some(({ value }) => value === instance.header) ?? false;
  const entries = (node.config.vrrp_sync_group ?? [])
    .filter(isMember)
    .flatMap(({ track_interface }) => track_interface?.entries ?? []);
  return entries.find(({ value }) => value.name.value === name)?.word;
}
