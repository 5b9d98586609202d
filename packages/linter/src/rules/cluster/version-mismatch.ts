import { compareReleases, type Release } from '@kalint/parser';
import { authenticationOf } from '../../cluster/authentication.ts';
import { deviationsOf, type Deviation } from '../../cluster/disagreement.ts';
import { isVersionDisputed } from '../../cluster/disputed.ts';
import { advertIntervalOf, versionOf, type Effective } from '../../cluster/effective.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import type { Member, VirtualRouter } from '../../cluster/virtual-routers.ts';
import { defineRule } from '../../rule.ts';
import { byDefault } from './by-default.ts';

/**
 * vrrp_check_packet() in keepalived/vrrp/vrrp.c drops an advertisement of another version (RFC 5798,
 * section 7.1). Versions 2 and 3 have different packets: what differs besides is not compared.
 */
export const versionMismatch = defineRule({
  id: 'version-mismatch',
  scope: 'cluster',
  severity: 'error',
  summary: 'Nodes of one virtual router speak different versions of VRRP',
  check({ virtualRouters, release }, { report, quote }) {
    const routers = virtualRouters.map(comparableIn);
    for (const deviation of deviationsOf(routers, versionOfMember, (version) => version)) {
      const { member, own, expected, agreeing, at, isGlobal } = deviation;
      const subject = isGlobal ? 'this node' : quote(nameOf(member.instance));
      report({
        at,
        message: `${subject} speaks VRRP version ${own.value}${byDefault(own)}, but ${nodeNames(agreeing)} version ${expected.value}`,
        notes: [
          `keepalived drops advertisements of the other version ("${sayingOf(release)}"): each node becomes master and holds the addresses`,
          ...consequences(deviation),
        ],
        help: 'set the same version on all nodes',
        related: [
          {
            location: expected.at,
            message: `version ${expected.value}${byDefault(expected)} here`,
          },
        ],
      });
    }
  },
});

function comparableIn({ members }: VirtualRouter): readonly Member[] {
  return members.filter((member) => !isVersionDisputed(member));
}

function versionOfMember({ node, instance }: Member): Effective<2 | 3> {
  return versionOf(node, instance);
}

/** What keepalived logs; the word VRRP came with 2.3.3. */
function sayingOf(release: Release): string {
  return compareReleases(release, '2.3.3') < 0 ? 'wrong version' : 'wrong VRRP version';
}

/** What differs because of the version, or is not compared because of it. */
function consequences({ member, reference }: Deviation<unknown>): readonly string[] {
  const both = [member, reference];
  const authenticated = both.some(
    ({ node, instance }) => authenticationOf(node, instance).value.type !== 'none',
  );
  const intervals = new Set(
    both.map(({ node, instance }) => advertIntervalOf(node, instance).value),
  );
  return [
    ...(authenticated
      ? [
          'version 3 knows no auth_pass, so that authentication is not compared until the versions agree',
        ]
      : []),
    ...(intervals.size > 1
      ? [
          `advert_int differs too (${[...intervals].join(' and ')} seconds); it is not compared until the versions agree`,
        ]
      : []),
  ];
}
