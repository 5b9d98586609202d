import { compareReleases, type Release } from '@kalint/parser';
import { groupsOf } from '../../cluster/disagreement.ts';
import { isDisputed } from '../../cluster/disputed.ts';
import {
  addressOwnerPriority,
  basePriorityOf,
  strictModeOf,
  type Effective,
} from '../../cluster/effective.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import type { Member } from '../../cluster/virtual-routers.ts';
import { defineRule, type Finding } from '../../rule.ts';
import { announcedPriorityOf } from '../../failover/analysis/weights.ts';
import { byDefault } from './by-default.ts';

/**
 * RFC 5798, section 6.4.3: of two masters with the same priority the one with the higher address
 * stays (keepalived/vrrp/vrrp.c, vrrp_state_master_rx()); a backup accepts an equal priority
 * (vrrp_state_backup()), so that whoever comes first can stay too.
 */
export const equalPriority = defineRule({
  id: 'equal-priority',
  scope: 'cluster',
  severity: 'warning',
  summary: 'Nodes of one virtual router have the same priority',
  check({ virtualRouters, release }, { report, quote }) {
    for (const { members } of virtualRouters) {
      if (members.length < 2) continue;
      const ranked = members.flatMap((member) => {
        const announced = announcedPriorityOf(member);
        const base = basePriorityOf(member.instance);
        if (announced === undefined || isDisputed(member, ['priority'])) return [];
        return [{ ...member, base, announced }];
      });
      for (const tied of groupsOf(ranked, ({ base, announced }) => `${base.value} ${announced}`)) {
        const [first, second, ...more] = tied;
        if (!first || !second) continue;
        const others = [first, ...more];
        const isOwner = first.base.value === addressOwnerPriority;
        report({
          ...(isOwner ? ownerFinding(tied, release) : tieFinding(tied)),
          at: second.base.at,
          message: `${quote(nameOf(second.instance))} has ${priorityOf(second.base)} here and on ${nodeNames(others)}`,
          related: others.map(({ base }) => ({
            location: base.at,
            message: `${priorityOf(base)} here`,
          })),
        });
      }
    }
  },
});

function priorityOf(priority: Effective<number>): string {
  return `priority ${priority.value}${byDefault(priority)}`;
}

/** Where no node ever takes over from another, it may be meant that none is preferred. */
function tieFinding(tied: readonly Member[]): Pick<Finding, 'severity' | 'notes' | 'help'> {
  const neverPreempts = tied.every(
    ({ instance }) => instance.nopreempt && instance.state?.value !== 'MASTER',
  );
  return {
    severity: neverPreempts ? 'info' : 'warning',
    notes: [
      'of two masters with the same priority the one with the higher source address stays',
      ...idNotes(tied),
      'nodes that start at the same time can all become master for a moment, and which of them stays is not settled by the files',
    ],
    help: 'give each node a priority of its own, the highest to the one that is to be master',
  };
}

/** The nodes of one file are told apart by `@id` alone: they need not all be there at a time. */
function idNotes(members: readonly Member[]): readonly string[] {
  const files = new Set(members.map(({ node }) => node.source));
  return files.size < members.length ? ['it matters if these ids run at the same time'] : [];
}

function ownerFinding(
  owners: readonly Member[],
  release: Release,
): Pick<Finding, 'severity' | 'notes' | 'help'> {
  const areDeaf = owners.every((owner) => ignoresAdverts(owner, release));
  return {
    severity: areDeaf ? 'error' : 'warning',
    notes: [
      `priority ${addressOwnerPriority} says that the interface itself has the address, which only one node can have; such a node becomes master as soon as it starts`,
      areDeaf
        ? 'with owner_ignore_adverts, which strict mode turns on, it stays master whatever it hears: all of them hold the addresses'
        : 'keepalived logs "CONFIGURATION ERROR", that both are "configured as address owner", and one of them gives way',
    ],
    help: `keep priority ${addressOwnerPriority} on one node at most; \`state MASTER\` without a priority means ${addressOwnerPriority} too`,
  };
}

/** The first release that has owner_ignore_adverts. */
const deafOwnersSince: Release = '2.3.3';

/**
 * vrrp_complete_instance(): on in strict mode, else as vrrp_owner_ignore_adverts says. For an address
 * owner the instance's own keyword turns it on even with `off`.
 */
function ignoresAdverts({ node, instance }: Member, release: Release): boolean {
  if (compareReleases(release, deafOwnersSince) < 0) return false;
  if (instance.owner_ignore_adverts) return true;
  return (
    strictModeOf(node, instance).value ||
    node.config.global_defs?.vrrp_owner_ignore_adverts?.value === true
  );
}
