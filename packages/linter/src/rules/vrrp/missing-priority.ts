import { isDisputed } from '../../cluster/disputed.ts';
import { addressOwnerPriority } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { isComplete } from '../../cluster/node.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/** vrrp_complete_instance() in keepalived/vrrp/vrrp.c */
export const missingPriority = defineRule({
  id: 'missing-priority',
  scope: 'config',
  severity: 'info',
  profile: 'strict',
  summary: 'An instance has no priority of its own, or that of the address owner',
  check(node, { report, quote }) {
    if (!isComplete(node)) return;
    for (const instance of node.config.vrrp_instance ?? []) {
      const { priority, state } = instance;
      if (priority?.value === addressOwnerPriority) {
        report({
          at: locationOf(priority),
          message: `${quote(nameOf(instance))} has the priority of the address owner`,
          notes: [
            'it is for a router whose interface has the virtual address all the time: it takes over at once, always preempts, and no tracker changes its priority',
          ],
          help: 'write at most 254, unless the address is on the interface without keepalived',
        });
      } else if (
        !priority &&
        state?.value !== 'MASTER' &&
        !isDisputed({ node, instance }, ['priority'])
      ) {
        report({
          at: nameOf(instance),
          message: `${quote(nameOf(instance))} has no priority: it is 100`,
          notes: ['nodes with equal priorities leave it to their addresses who becomes master'],
          help: 'add a `priority`, another one on each node',
        });
      }
    }
  },
});
