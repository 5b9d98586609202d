import { isDisputed } from '../../cluster/disputed.ts';
import { addressOwnerPriority, basePriorityOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import type { Member } from '../../cluster/virtual-routers.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { blockageOf } from '../failover/blockage.ts';
import { announcedPriorityOf } from '../../failover/analysis/weights.ts';

/**
 * vrrp_state_backup() in keepalived/vrrp/vrrp.c: nopreempt makes a backup accept a master with a lower
 * priority (RFC 5798, section 6.1, Preempt_Mode). So it keeps a node from taking over from lower ones, and
 * says nothing to those above it.
 */
export const nopreemptOnLowerNode = defineRule({
  id: 'nopreempt-on-lower-node',
  scope: 'cluster',
  severity: 'warning',
  summary:
    '`nopreempt` stands on a node with a lower priority, and not on the one with the highest',
  check(cluster, { report, quote }) {
    for (const router of cluster.virtualRouters) {
      const { members } = router;
      if (!members.some(({ instance }) => instance.nopreempt)) continue;
      // Then it does harm, which is another finding.
      if (blockageOf(cluster, router)) continue;
      if (members.some((member) => isDisputed(member, decisive))) continue;
      const ranked = rank(members);
      const [top, second] = ranked;
      if (!top || !second || top.priority === second.priority) continue;
      if (top.member.instance.nopreempt || top.member.instance.preempt) continue;
      const name = top.member.node.name;
      for (const { member, priority } of ranked) {
        const { instance } = member;
        const setting = instance.nopreempt;
        if (!setting || !isEffective(member) || priority === top.priority) continue;
        report({
          at: locationOf(setting),
          message: `\`nopreempt\` of ${quote(nameOf(instance))} does not keep ${name}, which has the higher priority, from taking the addresses back`,
          notes: [
            'nopreempt makes a backup leave a master with a lower priority in place; it has to stand on the node that would take over: the one with the highest priority',
          ],
          help: `write it on ${name}, with \`state BACKUP\` there, or remove it`,
          related: [
            {
              location: basePriorityOf(top.member.instance).at,
              message: `priority ${basePriorityOf(top.member.instance).value} and no nopreempt`,
            },
          ],
        });
      }
    }
  },
});

const decisive = ['nopreempt', 'preempt', 'priority', 'state'];

interface Ranked {
  readonly member: Member;
  /** While everything works. */
  readonly priority: number;
}

/** The node with the highest priority first; empty when the text does not tell. */
function rank(members: readonly Member[]): readonly Ranked[] {
  const ranked = members.flatMap((member) => {
    const priority = announcedPriorityOf(member);
    return priority === undefined ? [] : [{ member, priority }];
  });
  return ranked.length < members.length ? [] : ranked.sort((a, b) => b.priority - a.priority);
}

/** keepalived takes it back with `state MASTER` and from an address owner (vrrp_complete_instance()). */
function isEffective({ instance }: Member): boolean {
  return (
    instance.preempt === undefined &&
    instance.state?.value !== 'MASTER' &&
    basePriorityOf(instance).value !== addressOwnerPriority
  );
}
