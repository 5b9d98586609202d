import { deviationsOf, groupsOf } from '../../cluster/disagreement.ts';
import { isDisputed } from '../../cluster/disputed.ts';
import { advertIntervalOf, versionNumberOf, type Effective } from '../../cluster/effective.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import type { Member, VirtualRouter } from '../../cluster/virtual-routers.ts';
import { defineRule } from '../../rule.ts';
import { byDefault } from './by-default.ts';
import { sameValueFix } from './same-value-fix.ts';

/**
 * vrrp_check_packet() in keepalived/vrrp/vrrp.c drops a version 2 advertisement with another interval
 * (RFC 3768, section 7.1); vrrp_state_backup() takes the interval of a version 3 master over (RFC
 * 5798, section 6.4.2).
 */
export const advertIntMismatch = defineRule({
  id: 'advert-int-mismatch',
  scope: 'cluster',
  severity: 'error',
  summary: 'Nodes of one virtual router advertise at different intervals',
  check({ virtualRouters }, { report, quote }) {
    const routers = virtualRouters.flatMap(comparableIn);
    for (const deviation of deviationsOf(routers, intervalOf, (interval) => interval)) {
      const { member, own, expected, agreeing, at } = deviation;
      const setting = member.instance.advert_int;
      const isVersion2 = versionNumberOf(member) === 2;
      report({
        at,
        severity: isVersion2 ? 'error' : 'info',
        message: `${quote(nameOf(member.instance))} advertises every ${seconds(own)}, but ${nodeNames(agreeing)} every ${seconds(expected)}`,
        notes: isVersion2
          ? [
              'keepalived drops version 2 advertisements with another interval than its own ("advertisement interval mismatch"): each node becomes master and holds the addresses',
            ]
          : [
              'in VRRP version 3 a backup takes the interval of the master over; keepalived logs "advertisement interval mismatch" and goes on',
              'how soon a backup notices that the master is gone depends on which node was master',
            ],
        help: 'give all nodes the same advert_int',
        fix: setting && agreeing.length > 1 ? sameValueFix(setting, expected.value) : undefined,
        related: [{ location: expected.at, message: `every ${seconds(expected)} here` }],
      });
    }
  },
});

/** The members of a virtual router, those of one version together. */
function comparableIn({ members }: VirtualRouter): readonly (readonly Member[])[] {
  return groupsOf(members.filter(isCertain), versionNumberOf);
}

function isCertain(member: Member): boolean {
  return !isDisputed(member, ['advert_int', 'version']);
}

function intervalOf({ node, instance }: Member): Effective<number> {
  return advertIntervalOf(node, instance);
}

function seconds(interval: Effective<number>): string {
  const { value } = interval;
  return `${value === 1 ? 'second' : `${value} seconds`}${byDefault(interval)}`;
}
