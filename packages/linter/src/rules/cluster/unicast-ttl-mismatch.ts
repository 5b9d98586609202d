import { nameOf } from '../../cluster/names.ts';
import { senderOf, type Sender } from '../../cluster/unicast-senders.ts';
import { leastTtlFor, ttlSentBy, type Ttl } from '../../cluster/unicast-ttl.ts';
import type { Member } from '../../cluster/virtual-routers.ts';
import { defineRule } from '../../rule.ts';

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
      const limit = leastTtlFor(receiver, sender, senders.length === 2);
      const sent = ttlSentBy(sender);
      if (!limit || !sent || sent.ttl >= limit.ttl) return [];
      return [{ receiver: receiver.member, sender: sender.member, limit, sent }];
    }),
  );
}
