import { compareReleases, type Location, type Release, type Word } from '@kalint/parser';
import { disagreementOf } from '../../cluster/disagreement.ts';
import { isDisputed } from '../../cluster/disputed.ts';
import { advertisedAddressesOf } from '../../cluster/effective.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import { areInOneNetwork } from '../../cluster/networks.ts';
import type { Member, VirtualRouter } from '../../cluster/virtual-routers.ts';
import { locationOf, type RelatedLocation } from '../../diagnostic.ts';
import { defineRule, type RuleContext } from '../../rule.ts';
import { addressDifference, onlyHereAndThere } from './address-difference.ts';
import { mostListed } from './listed-words.ts';

/**
 * vrrp_check_packet() in keepalived/vrrp/vrrp.c compares the addresses in an advertisement with its
 * own, as RFC 5798, section 7.1, allows: what differs was dropped up to release 2.3.2 and is only
 * logged since 2.3.3 (commit af103930). Prefix, order and virtual_ipaddress_excluded are not in it.
 *
 * skip_check_adv_addr leaves the comparison out for a master whose advertisement was accepted before
 * (vrrp_state_backup()). The first one is always compared, and a master compares always: two running
 * 2.2.7 daemons with the option both became master.
 */
export const virtualIpaddressMismatch = defineRule({
  id: 'virtual-ipaddress-mismatch',
  scope: 'cluster',
  severity: 'warning',
  summary: 'Nodes of one virtual router have different virtual addresses',
  check({ virtualRouters }, context) {
    for (const router of virtualRouters) checkRouter(router, context);
  },
});

/** The first release that accepts an advertisement with other addresses. */
const tolerantSince: Release = '2.3.3';

function checkRouter({ members }: VirtualRouter, { release, report, quote }: RuleContext): void {
  if (members.length < 2) return;
  const isDropped = compareReleases(release, tolerantSince) < 0;
  const standing = members
    .filter((member) => !isDisputed(member, ['virtual_ipaddress']))
    .map((member) => ({ member, addresses: advertisedAddressesOf(member.instance) }));
  const disagreement = disagreementOf(standing, ({ addresses }) =>
    [...addresses.keys()].sort().join(' '),
  );
  if (!disagreement) return;
  const { reference, agreeing, deviants } = disagreement;
  for (const { member, addresses } of deviants) {
    const difference = addressDifference(addresses, reference.addresses);
    const { extra, missing } = difference;
    const nodes = nodeNames(agreeing.map((each) => each.member));
    report({
      at: extra[0] ?? placeOf(member),
      severity: isDropped ? 'error' : 'warning',
      message: `the addresses of ${quote(nameOf(member.instance))} are not those on ${nodes}: ${onlyHereAndThere(difference, quote)}`,
      notes: isDropped ? droppedNotes(release) : loggedNotes,
      help: helpFor(addresses, reference.addresses),
      related: relatedTo(reference.member, missing),
    });
  }
}

/** Addresses of other networks may be those of another cluster, which got the same VRID. */
function helpFor(own: ReadonlyMap<string, Word>, others: ReadonlyMap<string, Word>): string {
  const isElsewhere =
    own.size > 0 && others.size > 0 && !areInOneNetwork(own.keys(), others.keys());
  const help = 'list the same addresses in virtual_ipaddress on all nodes';
  return isElsewhere
    ? `${help}; or, if these are two clusters, give one of them another VRID`
    : help;
}

function placeOf({ instance }: Member): Location {
  return locationOf(instance.virtual_ipaddress ?? instance);
}

function relatedTo(reference: Member, missing: readonly Word[]): readonly RelatedLocation[] {
  if (missing.length === 0) {
    return [{ location: placeOf(reference), message: 'the addresses of the other node' }];
  }
  return missing
    .slice(0, mostListed)
    .map((word) => ({ location: word, message: 'missing on the other node' }));
}

const loggedNotes = [
  'keepalived logs "expected N VIPs but received M" or "not present in advert" and goes on: at failover the addresses that only one node has appear or disappear',
  `up to release 2.3.2 it drops such advertisements, and each node becomes master`,
];

function droppedNotes(release: Release): readonly string[] {
  return [
    `keepalived ${release} drops advertisements with other addresses than its own ("received an unexpected ip number count", "not present in MASTER advert"): each node becomes master and holds its addresses`,
    'skip_check_adv_addr does not help: the first advertisement of a master is always checked',
  ];
}
