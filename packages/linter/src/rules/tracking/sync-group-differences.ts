import type { VrrpInstance } from '@kalint/parser';
import { addressOwnerPriority, basePriorityOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { isComplete } from '../../cluster/node.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { membersOf } from '../../cluster/sync-groups.ts';

/** vrrp_sync_can_goto_master() in keepalived/vrrp/vrrp_sync.c: a group moves when all members want to. */
export const syncGroupDifferences = defineRule({
  id: 'sync-group-differences',
  scope: 'config',
  severity: 'warning',
  summary: 'Members of a sync group differ in state or nopreempt',
  check(node, { report, quote }) {
    if (!isComplete(node)) return;
    for (const group of node.config.vrrp_sync_group ?? []) {
      const [first, ...others] = membersOf(node.config, group);
      if (!first) continue;
      for (const { name, of } of settings) {
        const other = others.find((each) => of(each) !== of(first) && areAlike(each, first));
        if (!other) continue;
        report({
          at: nameOf(group),
          message: `the members of ${quote(nameOf(group))} differ in \`${name}\`: ${quote(nameOf(first))} has ${of(first)}, ${quote(nameOf(other))} ${of(other)}`,
          notes: [
            'a sync group becomes master when all its members want to: a member that does not holds the others back',
          ],
          help: `write the same \`${name}\` into all members`,
          related: [first, other].map((instance) => ({
            location: locationOf(instance[name] ?? instance),
            message: 'a member',
          })),
        });
      }
    }
  },
});

/** An owner of its address among others is another finding. */
function areAlike(one: VrrpInstance, other: VrrpInstance): boolean {
  return isOwner(one) === isOwner(other);
}

function isOwner(instance: VrrpInstance): boolean {
  return basePriorityOf(instance).value === addressOwnerPriority;
}

interface Compared {
  readonly name: 'state' | 'nopreempt';
  readonly of: (instance: VrrpInstance) => string;
}

const settings: readonly Compared[] = [
  {
    name: 'state',
    of: (instance) => instance.state?.value ?? (isOwner(instance) ? 'MASTER' : 'BACKUP'),
  },
  { name: 'nopreempt', of: ({ nopreempt }) => (nopreempt ? '`nopreempt`' : 'none') },
];
