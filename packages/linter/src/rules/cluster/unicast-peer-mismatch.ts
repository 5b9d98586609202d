import type { Location } from '@kalint/parser';
import { disagreementOf } from '../../cluster/disagreement.ts';
import { isMulticast, isUnicast } from '../../cluster/effective.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import type { Member } from '../../cluster/virtual-routers.ts';
import { locationOf, type Fix } from '../../diagnostic.ts';
import { defineRule, type RuleContext } from '../../rule.ts';
import { canOutrank } from '../../failover/analysis/weights.ts';
import { sameOnlyPeer, unheardOf } from '../../cluster/unheard-nodes.ts';
import { hasSource, senderOf, type Receiver, type Sender } from '../../cluster/unicast-senders.ts';

/**
 * An instance sends to its peers alone (vrrp_send_adv() in keepalived/vrrp/vrrp.c) and drops what
 * came by multicast when it has peers, or by unicast when it has none (vrrp_check_packet()).
 */
export const unicastPeerMismatch = defineRule({
  id: 'unicast-peer-mismatch',
  scope: 'cluster',
  severity: 'error',
  summary: 'Nodes of one virtual router do not send their advertisements to each other',
  check({ virtualRouters }, context) {
    for (const { members } of virtualRouters) {
      if (members.length < 2) continue;
      reportModes(members, context);
      reportPeers(members, context);
    }
  },
});

function reportModes(members: readonly Member[], { report, quote }: RuleContext): void {
  const running = members.filter(({ instance }) => isUnicast(instance) || isMulticast(instance));
  const disagreement = disagreementOf(running, modeOf);
  if (!disagreement) return;
  const { reference, agreeing, deviants } = disagreement;
  for (const member of deviants) {
    report({
      at: placeOf(member),
      message: `${quote(nameOf(member.instance))} advertises by ${modeOf(member)}, but ${nodeNames(agreeing)} by ${modeOf(reference)}`,
      notes: [
        'without peers in unicast_peer keepalived advertises by multicast',
        'it drops what comes the other way ("Expected unicast packet but received multicast packet"): each node becomes master and holds the addresses',
      ],
      help: 'list the other nodes in unicast_peer on all nodes, or on none',
      related: [{ location: placeOf(reference), message: `${modeOf(reference)} here` }],
    });
  }
}

function modeOf({ instance }: Member): 'unicast' | 'multicast' {
  return isUnicast(instance) ? 'unicast' : 'multicast';
}

function placeOf({ instance }: Member): Location {
  return locationOf(instance.unicast_peer ?? instance);
}

function reportPeers(members: readonly Member[], context: RuleContext): void {
  const senders = members.flatMap((member) => senderOf(member) ?? []);
  const receivers = reportSharedSources(senders.filter(hasSource), context);
  const unheard = receivers.filter((receiver) => isUnknownToAll(receiver, senders));
  for (const receiver of unheard) reportUnknown(receiver, senders, context);
  if (senders.length > 1) reportUnheard(senders, context);
  for (const sender of senders) {
    const missing = receivers.filter(
      (receiver) => !unheard.includes(receiver) && lacks(sender, receiver),
    );
    if (missing.length > 0) reportMissing(sender, missing, context);
  }
}

function lacks(sender: Sender, receiver: Receiver): boolean {
  const { key } = receiver.source.address;
  return (
    sender.member !== receiver.member &&
    sender.source?.address.key !== key &&
    !sender.peers.has(key)
  );
}

/** Several others, and none of them has it: the mistake is where the address is. */
function isUnknownToAll(receiver: Receiver, senders: readonly Sender[]): boolean {
  const others = senders.filter(({ member }) => member !== receiver.member);
  return others.length > 1 && others.every((sender) => lacks(sender, receiver));
}

/** Reports an address that two nodes have as their own; only the first of them is looked for then. */
function reportSharedSources(
  receivers: readonly Receiver[],
  { report, quote }: RuleContext,
): readonly Receiver[] {
  const firsts = new Map<string, Receiver>();
  for (const receiver of receivers) {
    const { source, member } = receiver;
    const first = firsts.get(source.address.key);
    if (!first) {
      firsts.set(source.address.key, receiver);
      continue;
    }
    report({
      at: source.at,
      message: `${source.keyword} of ${quote(nameOf(member.instance))} is ${source.address.text} here and on ${first.member.node.name}`,
      notes: [
        'each node sends its advertisements from this address; only one of them can have it, and the peers cannot tell them apart',
      ],
      help: 'write the own address of each node',
      related: [{ location: first.source.at, message: 'the same address here' }],
    });
  }
  return [...firsts.values()];
}

function reportUnknown(
  { member, source }: Receiver,
  senders: readonly Sender[],
  { report, quote }: RuleContext,
): void {
  const others = senders.filter((sender) => sender.member !== member);
  const isLatent = !others.some((sender) => canOutrank(sender.member, member));
  report({
    at: source.at,
    severity: isLatent ? 'warning' : 'error',
    message: `${source.keyword} ${source.address.text} of ${quote(nameOf(member.instance))} is in unicast_peer of no other node`,
    notes: [
      `the advertisements of the other nodes do not reach ${member.node.name}: it becomes master beside them`,
      ...(isLatent ? [latentNote(member)] : []),
    ],
    help: `add ${source.address.text} to unicast_peer of ${nodeNames(others.map((each) => each.member))}, or correct it`,
    related: others.map((each) => ({
      location: placeOf(each.member),
      message: `${source.address.text} is missing here`,
    })),
  });
}

function reportMissing(
  { member, peers, source }: Sender,
  missing: readonly Receiver[],
  { report, quote }: RuleContext,
): void {
  const nodes = nodeNames(missing.map((each) => each.member));
  const addresses = missing.map((each) => each.source.address.text).join(', ');
  const keyword = missing[0]?.source.keyword ?? 'unicast_src_ip';
  const hasOwn = source !== undefined && peers.has(source.address.key);
  const isLatent = !missing.some((receiver) => canOutrank(member, receiver.member));
  const [first] = missing;
  report({
    at: placeOf(member),
    severity: isLatent ? 'warning' : 'error',
    message: `unicast_peer of ${quote(nameOf(member.instance))} lacks ${addresses}, the ${keyword} of ${nodes}`,
    notes: [
      ...(hasOwn
        ? [`it has ${source.address.text}, which is this node's own: the list looks like a copy`]
        : []),
      `keepalived sends to the listed peers alone: whenever ${member.node.name} is master, ${nodes} cannot hear it and becomes master too`,
      ...(isLatent && first ? [latentNote(first.member)] : []),
    ],
    help:
      hasOwn && peers.size <= missing.length
        ? `list ${addresses} in place of ${source.address.text}`
        : `add ${addresses} to unicast_peer`,
    fix: hasOwn && peers.size === 1 ? ownPeerFix(member, missing) : undefined,
    related: missing.map((each) => ({
      location: each.source.at,
      message: `${each.source.keyword} ${each.source.address.text} here`,
    })),
  });
}

/** The list of the other node, copied: the other's address in the place of the own one. */
function ownPeerFix({ instance }: Member, [other, ...more]: readonly Receiver[]): Fix | undefined {
  const [peer, ...peers] = instance.unicast_peer?.entries ?? [];
  if (!other || !peer || more.length > 0 || peers.length > 0) return undefined;
  const { source, span } = peer.word;
  // Of a file with `@id` lines both nodes may read the line.
  const isShared = other.member.instance.unicast_peer?.entries.some(
    ({ word }) => word.source === source && word.span.start === span.start,
  );
  if (isShared) return undefined;
  const { text } = other.source.address;
  return {
    title: `list ${text} instead`,
    safety: 'safe',
    edits: [{ source, span, text }],
  };
}

function reportUnheard(senders: readonly Sender[], { report, quote }: RuleContext): void {
  const [first, second] = sameOnlyPeer(senders) ?? [];
  if (first && second) {
    report({
      at: placeOf(second.member),
      message: `unicast_peer of ${quote(nameOf(second.member.instance))} has the same single address here and on ${first.member.node.name}`,
      notes: [
        'keepalived sends to the listed peers alone: one of the nodes sends to itself, or both send to a third one, and they do not hear each other',
      ],
      help: 'list on each node the address of the other, and write unicast_src_ip',
      related: [{ location: placeOf(first.member), message: 'the same address here' }],
    });
    return;
  }
  for (const sender of unheardOf(senders)) {
    const { member } = sender;
    const others = senders.filter((other) => other !== sender).map((other) => other.member);
    const [other, ...more] = others;
    if (!other) continue;
    const isPair = more.length === 0;
    report({
      at: placeOf(isPair ? other : member),
      message: isPair
        ? `unicast_peer of ${quote(nameOf(other.instance))} has no address that could be that of ${member.node.name}`
        : `the others have no address in common in unicast_peer that could be that of ${member.node.name}`,
      notes: [
        `keepalived sends to the listed peers alone: some do not send to ${member.node.name}, which becomes master beside them`,
      ],
      help: 'list on each node the addresses of all others, and write unicast_src_ip',
      related: (isPair ? [member] : others).map((each) => ({
        location: placeOf(each),
        message: 'the peers of the other node',
      })),
    });
  }
}

function latentNote({ node }: Member): string {
  return `it does not show while ${node.name}, which has the higher priority, is running: when it comes back it takes over at once, even with nopreempt`;
}
