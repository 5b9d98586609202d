import { advertisedAddressesOf, isUnicast, sourceAddressOf, unicastPeersOf } from './effective.ts';
import type { Member } from './virtual-routers.ts';

/** An instance that sends to peers, and its own address when that is written. */
export interface Sender {
  readonly member: Member;
  /** Keys of addresses. */
  readonly peers: ReadonlySet<string>;
  readonly source: ReturnType<typeof sourceAddressOf>;
}

/** A sender whose own address is known, so that others can be asked for it. */
export interface Receiver extends Sender {
  readonly source: NonNullable<Sender['source']>;
}

/**
 * Undefined for an instance that advertises to a group. A source that is a virtual address of the instance
 * itself is a mistake of its own: no node should list it as a peer.
 */
export function senderOf(member: Member): Sender | undefined {
  if (!isUnicast(member.instance)) return undefined;
  const peers = new Set(unicastPeersOf(member.instance).map(({ key }) => key));
  const source = sourceAddressOf(member.instance);
  const isVirtual = source && advertisedAddressesOf(member.instance).has(source.address.key);
  return { member, peers, source: isVirtual ? undefined : source };
}

export function hasSource(sender: Sender): sender is Receiver {
  return sender.source !== undefined;
}
