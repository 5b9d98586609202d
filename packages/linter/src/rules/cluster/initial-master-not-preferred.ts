import type { Release } from '@kalint/parser';
import { basePriorityOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { announcedPriorityOf } from '../../failover/analysis/weights.ts';
import { startsAsMaster } from './initial-state.ts';

/**
 * The election goes by priority alone (RFC 5798, section 6.4; keepalived/vrrp/vrrp_scheduler.c,
 * vrrp_init_state()).
 */
export const initialMasterNotPreferred = defineRule({
  id: 'initial-master-not-preferred',
  scope: 'cluster',
  severity: 'warning',
  summary: 'The node with `state MASTER` has a lower priority than a node with `state BACKUP`',
  check({ virtualRouters, release }, { report, quote }) {
    for (const { members } of virtualRouters) {
      const masters = members.filter(({ instance }) => instance.state?.value === 'MASTER');
      const [master, another] = masters;
      const state = master?.instance.state;
      // Several of them are several-initial-masters.
      if (!master || !state || another) continue;
      const base = basePriorityOf(master.instance);
      const announced = announcedPriorityOf(master);
      const rivals = members.flatMap((member) => {
        const priority = announcedPriorityOf(member);
        return member === master || priority === undefined
          ? []
          : [{ member, priority, base: basePriorityOf(member.instance) }];
      });
      const [best] = rivals.sort((a, b) => b.priority - a.priority);
      if (!best || announced === undefined || announced >= best.priority) continue;
      if (base.value >= best.base.value) continue;
      report({
        at: locationOf(state),
        message: `${quote(nameOf(master.instance))} has state MASTER and priority ${base.value}, but ${best.member.node.name} has priority ${best.base.value}`,
        notes: [noteFor(best.member.node.name, release)],
        help: 'give the node with `state MASTER` the highest priority, or write `state BACKUP` here',
        related: [
          { location: base.at, message: `priority ${base.value} here` },
          { location: best.base.at, message: `priority ${best.base.value} here` },
        ],
      });
    }
  },
});

function noteFor(preferred: string, release: Release): string {
  return startsAsMaster(release)
    ? `state only says how to start; the highest priority becomes master, which is ${preferred}`
    : `state is only a hint: every node starts as backup unless its priority is 255, and the highest priority becomes master, which is ${preferred}`;
}
