import type { VrrpInstance } from '@kalint/parser';
import { addressOwnerPriority } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import type { Node } from '../../cluster/node.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule, type Finding } from '../../rule.ts';
import { initialStateOf } from '../../cluster/initial-state.ts';
import { saysOff } from './says-off.ts';
import { isReadBefore } from '../../cluster/reading-order.ts';

/** vrrp_complete_instance() in keepalived/vrrp/vrrp.c clears nopreempt, and reports that it does. */
export const nopreemptWithMaster = defineRule({
  id: 'nopreempt-with-master',
  scope: 'config',
  severity: 'error',
  summary: 'nopreempt stands beside `state MASTER` or priority 255 and has no effect',
  check(node, { report, quote }) {
    for (const instance of node.config.vrrp_instance ?? []) {
      const { nopreempt, preempt } = instance;
      if (!nopreempt) continue;
      const at = nopreempt.statement.keyword;
      // `nopreempt off` is a mistake of its own.
      if (saysOff(nopreempt.statement)) continue;
      // The later of the two counts.
      if (preempt && isReadBefore(nopreempt, preempt, instance)) continue;
      const cause = withOwner(instance) ?? withMaster(node, instance);
      if (!cause) continue;
      const { why, ...rest } = cause;
      report({
        at,
        message: `nopreempt of ${quote(nameOf(instance))} has no effect ${why}`,
        ...rest,
      });
    }
  },
});

type Cause = Pick<Finding, 'notes' | 'help' | 'related' | 'fix'> & { readonly why: string };

function withOwner({ priority, state }: VrrpInstance): Cause | undefined {
  if (priority?.value !== addressOwnerPriority) return undefined;
  return {
    why: 'with priority 255',
    notes: [
      'keepalived reports "nopreempt is incompatible with priority 255. resetting nopreempt"',
      'priority 255 is for the router that owns the address, and always takes over',
    ],
    help: `set a priority of at most 254${state?.value === 'MASTER' ? ' and `state BACKUP`' : ''}, or remove nopreempt`,
    related: [{ location: locationOf(priority), message: 'the priority is set here' }],
  };
}

function withMaster(node: Node, instance: VrrpInstance): Cause | undefined {
  const { state, priority } = instance;
  if (state?.value !== 'MASTER' || initialStateOf(node, instance) === 'BACKUP') return undefined;
  const at = state.words[0] ?? state.statement.keyword;
  return {
    why: 'with `state MASTER`',
    notes: [
      'keepalived reports "nopreempt will not work with initial state MASTER - clearing": the node takes the address back as soon as it can',
    ],
    help: priority
      ? 'write `state BACKUP` on every node: the priorities decide who becomes master'
      : 'write `state BACKUP`, and a priority below 255',
    related: [{ location: at, message: 'the state is set here' }],
    fix: priority && {
      title: 'write `state BACKUP`',
      safety: 'unsafe',
      edits: [{ source: at.source, span: at.span, text: 'BACKUP' }],
    },
  };
}
