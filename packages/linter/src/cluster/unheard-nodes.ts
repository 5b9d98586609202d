import { hasSource, type Sender } from './unicast-senders.ts';

/**
 * Nodes whose own address is not written, and to which the others cannot all send: there is no address that
 * stands in all their lists and is not that of another node. keepalived takes the first address of the
 * interface then (vrrp_complete_instance() in keepalived/vrrp/vrrp.c), which the text does not tell.
 */
export function unheardOf(senders: readonly Sender[]): readonly Sender[] {
  return senders.filter(
    (sender) => !hasSource(sender) && candidatesFor(sender, senders).length === 0,
  );
}

/** Two nodes whose lists have one and the same address alone: one of them sends to itself. */
export function sameOnlyPeer(senders: readonly Sender[]): readonly [Sender, Sender] | undefined {
  const [first, second, ...more] = senders;
  if (!first || !second || more.length > 0 || hasSource(first) || hasSource(second))
    return undefined;
  const isSame = first.peers.size === 1 && second.peers.size === 1;
  return isSame && [...first.peers].every((key) => second.peers.has(key))
    ? [first, second]
    : undefined;
}

/** The addresses that a node can have if all others send to it. */
function candidatesFor(sender: Sender, senders: readonly Sender[]): readonly string[] {
  const others = senders.filter((other) => other !== sender);
  const [first] = others;
  if (!first) return [];
  return [...first.peers].filter((key) =>
    others.every((other) => other.peers.has(key) && other.source?.address.key !== key),
  );
}
