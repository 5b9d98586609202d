import { compareReleases } from '@kalint/parser';
import { asVersion2Since, checksumAsVersion2Of, hasPseudoHeader } from '../../cluster/checksum.ts';
import { deviationsOf, differencesOf } from '../../cluster/disagreement.ts';
import { isUnicast } from '../../cluster/effective.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import type { Member } from '../../cluster/virtual-routers.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule, type RuleContext } from '../../rule.ts';

/**
 * vrrp_check_packet() in keepalived/vrrp/vrrp.c drops an IPv4 advertisement of version 3 whose checksum it
 * does not get. RFC 5798, section 5.2.8: the checksum covers a pseudo-header; with v3_checksum_as_v2 none
 * is in it, and with old_unicast_checksum one with the multicast group as the destination.
 */
export const checksumMismatch = defineRule({
  id: 'checksum-mismatch',
  scope: 'cluster',
  severity: 'error',
  summary: 'Nodes of one virtual router compute the checksum of advertisements differently',
  check({ virtualRouters }, context) {
    const routers = virtualRouters.map(({ members }) => members.filter(hasPseudoHeader));
    if (compareReleases(context.release, asVersion2Since) >= 0) reportAsVersion2(routers, context);
    for (const members of routers) reportOldChecksum(members, context);
  },
});

function reportAsVersion2(
  routers: readonly (readonly Member[])[],
  { report, quote }: RuleContext,
): void {
  for (const deviation of deviationsOf(routers, checksumAsVersion2Of, String)) {
    const { member, own, expected, agreeing, at, isGlobal } = deviation;
    const subject = isGlobal ? 'this node' : quote(nameOf(member.instance));
    const [withIt, without] = own.value ? ['here', 'there'] : ['there', 'here'];
    report({
      at,
      message: own.value
        ? `${subject} has v3_checksum_as_v2, but ${nodeNames(agreeing)} has not`
        : `${subject} has no v3_checksum_as_v2, but ${nodeNames(agreeing)} has`,
      notes: [
        `the checksum of what is sent ${withIt} lacks the pseudo-header; keepalived drops it ${without} ("Invalid VRRPv3 checksum"): whenever the sender is master, both hold the addresses`,
      ],
      help: 'set v3_checksum_as_v2 on all nodes, or on none',
      related: [{ location: expected.at, message: 'the other node' }],
    });
  }
}

/** Without the keyword a node finds out which checksum the other one uses. */
function reportOldChecksum(members: readonly Member[], { report, quote }: RuleContext): void {
  const decided = members.flatMap(({ node, instance }) => {
    const setting = instance.old_unicast_checksum;
    return setting && isUnicast(instance) ? [{ node, instance, setting }] : [];
  });
  for (const { own, reference, agreeing } of differencesOf(decided, ({ setting }) =>
    String(setting.value),
  )) {
    report({
      at: locationOf(own.setting),
      message: `${quote(nameOf(own.instance))} ${own.setting.value === 'never' ? 'never uses' : 'uses'} the old unicast checksum, but ${nodeNames(agreeing)} ${own.setting.value === 'never' ? 'does' : 'never does'}`,
      notes: [
        'keepalived drops advertisements with another checksum ("Invalid VRRPv3 checksum"): each node becomes master and holds the addresses',
      ],
      help: 'remove old_unicast_checksum: only releases up to 1.3.6 need it, and keepalived finds out by itself',
      related: [{ location: locationOf(reference.setting), message: 'the other node' }],
    });
  }
}
