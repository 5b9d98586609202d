import type { Location } from '@kalint/parser';
import { familyOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import type { Member } from '../../cluster/virtual-routers.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { senderOf, type Sender } from './unicast-senders.ts';

/**
 * check_ttl_hl() in keepalived/vrrp/vrrp.c drops what comes from a peer with less than its min_ttl. Two
 * running 2.2.7 daemons with unicast_ttl 64 and min_ttl 255 both became master.
 */
export const unicastTtlMismatch = defineRule({
  id: 'unicast-ttl-mismatch',
  scope: 'cluster',
  severity: 'error',
  summary: 'A node sends advertisements with a smaller TTL than another one accepts',
  check({ virtualRouters }, { report, quote }) {
    for (const { members } of virtualRouters) {
      const senders = members.flatMap((member) => senderOf(member) ?? []);
      for (const { receiver, limit, sender, sent } of conflictsAmong(senders)) {
        report({
          at: limit.at,
          message: `${quote(nameOf(receiver.instance))} accepts a TTL of at least ${limit.ttl} from ${sender.node.name}, which sends ${sent.ttl}`,
          notes: [
            'each router on the way takes one off, and nothing adds to it',
            `keepalived drops such advertisements ("not in range"): while ${sender.node.name} is master, this node becomes master too`,
          ],
          help: 'raise unicast_ttl there, or lower min_ttl here',
          related: [{ location: sent.at, message: `TTL ${sent.ttl} here` }],
        });
      }
    }
  },
});

/** A number and where it comes from. */
interface Ttl {
  readonly ttl: number;
  readonly at: Location;
}

interface Conflict {
  readonly receiver: Member;
  readonly sender: Member;
  readonly limit: Ttl;
  readonly sent: Ttl;
}

function conflictsAmong(senders: readonly Sender[]): readonly Conflict[] {
  return senders.flatMap((receiver) =>
    senders.flatMap((sender) => {
      if (sender === receiver) return [];
      const limit = limitFor(receiver, sender, senders.length === 2);
      const sent = sentBy(sender);
      if (!limit || !sent || sent.ttl >= limit.ttl) return [];
      return [{ receiver: receiver.member, sender: sender.member, limit, sent }];
    }),
  );
}

/** min_ttl of a sender in the list of a receiver; of two nodes the only peer of one is the other. */
function limitFor(receiver: Sender, { source }: Sender, isPair: boolean): Ttl | undefined {
  const peers = receiver.member.instance.unicast_peer?.entries ?? [];
  const entry = peers.find(({ value }) =>
    source ? value.address.value.key === source.address.key : isPair && peers.length === 1,
  );
  const limit = entry?.value.min_ttl;
  return limit && { ttl: limit.value, at: limit.words[0] ?? limit.word };
}

/** 255 for IPv4; for IPv6 the kernel decides (vrrp_complete_instance()). */
function sentBy({ member: { instance } }: Sender): Ttl | undefined {
  const own = instance.unicast_ttl;
  if (own) return { ttl: own.value, at: locationOf(own) };
  return familyOf(instance) === 4 ? { ttl: 255, at: locationOf(instance) } : undefined;
}
