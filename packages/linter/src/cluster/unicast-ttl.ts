import type { Location, UnicastPeer } from '@kalint/parser';
import { locationOf } from '../diagnostic.ts';
import { familyOf } from './effective.ts';
import type { Sender } from './unicast-senders.ts';

/** A number, 0 to 255, and where it comes from. */
export interface Ttl {
  readonly ttl: number;
  readonly at: Location;
}

/** min_ttl of a sender in the list of a receiver. */
export function leastTtlFor(receiver: Sender, sender: Sender, isPair: boolean): Ttl | undefined {
  return ttlOf(entryFor(receiver, sender, isPair)?.min_ttl);
}

/** max_ttl of a sender in the list of a receiver. */
export function mostTtlFor(receiver: Sender, sender: Sender, isPair: boolean): Ttl | undefined {
  return ttlOf(entryFor(receiver, sender, isPair)?.max_ttl);
}

function ttlOf(option: UnicastPeer['min_ttl']): Ttl | undefined {
  return option && { ttl: option.value, at: option.words[0] ?? option.word };
}

/** Where a receiver lists a sender; of two nodes the only peer of one is the other. */
function entryFor(receiver: Sender, { source }: Sender, isPair: boolean): UnicastPeer | undefined {
  const peers = receiver.member.instance.unicast_peer?.entries ?? [];
  return peers.find(({ value }) =>
    source ? value.address.value.key === source.address.key : isPair && peers.length === 1,
  )?.value;
}

/** 255 for IPv4; for IPv6 the kernel decides (vrrp_complete_instance()). */
export function ttlSentBy({ member: { instance } }: Sender): Ttl | undefined {
  const own = instance.unicast_ttl;
  if (own) return { ttl: own.value, at: locationOf(own) };
  return familyOf(instance) === 4 ? { ttl: 255, at: locationOf(instance) } : undefined;
}
