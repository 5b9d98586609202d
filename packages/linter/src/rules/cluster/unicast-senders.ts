import { isUnicast, sourceAddressOf, unicastPeersOf } from '../../cluster/effective.ts';
import type { Member } from '../../cluster/virtual-routers.ts';

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

/** Undefined for an instance that advertises to a group. */
export function senderOf(member: Member): Sender | undefined {
  if (!isUnicast(member.instance)) return undefined;
  const peers = new Set(unicastPeersOf(member.instance).map(({ key }) => key));
  return { member, peers, source: sourceAddressOf(member.instance) };
}

export function hasSource(sender: Sender): sender is Receiver {
  return sender.source !== undefined;
}
