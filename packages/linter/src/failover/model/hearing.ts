import { compareReleases, type Release } from '@kalint/parser';
import { authenticationRefusal } from '../../cluster/authentication-refusal.ts';
import { refusesChecksum } from '../../cluster/checksum.ts';
import {
  addressOwnerPriority,
  advertisedAddressesOf,
  advertIntervalOf,
  basePriorityOf,
  familyOf,
  isStrict,
  multicastGroupOf,
  versionOf,
} from '../../cluster/effective.ts';
import { hmacAuthenticationOf } from '../../cluster/auth-hmac.ts';
import { areInOneNetwork } from '../../cluster/networks.ts';
import { senderOf, type Sender } from '../../cluster/unicast-senders.ts';
import { leastTtlFor, mostTtlFor, ttlSentBy } from '../../cluster/unicast-ttl.ts';
import type { Member, VirtualRouter } from '../../cluster/virtual-routers.ts';

/**
 * Why an instance does not receive, or does not accept, the advertisements of another one. Not every name
 * says it:
 *
 * - `transport`: one of them advertises by unicast and the other by multicast.
 * - `peer`: the sender's unicast_peer lacks the receiver.
 * - `source`: the receiver takes nothing from strangers, and its unicast_peer lacks the sender.
 * - `ttl`: unicast_ttl of the sender is outside of min_ttl and max_ttl of the receiver.
 * - `owner`: the receiver is the address owner and does not listen.
 */
export type Deafness =
  | 'virtual-router-id'
  | 'family'
  | 'transport'
  | 'multicast-group'
  | 'peer'
  | 'version'
  | 'authentication'
  | 'advertisement-interval'
  | 'checksum'
  | 'owner'
  | 'addresses'
  | 'source'
  | 'ttl';

/** Why the first one does not hear the second, another member of its router. */
export type Hearing = (receiver: Member, sender: Member) => Deafness | undefined;

/**
 * Tells why a member of a router does not hear another one while both run and the network between them
 * works: undefined when it does, or when the text does not tell. Of several reasons it is the first that
 * keepalived comes upon: what is not sent to it, then what vrrp_dispatcher_read() in
 * keepalived/vrrp/vrrp_scheduler.c and vrrp_check_packet() in keepalived/vrrp/vrrp.c drop (RFC 5798, section
 * 7.1).
 */
export function hearingIn({ members }: VirtualRouter, release: Release): Hearing {
  const senders = members.flatMap((member) => senderOf(member) ?? []);
  const network: Network = {
    senders: new Map(senders.map((sender) => [sender.member, sender])),
    sources: new Set(senders.flatMap(({ source }) => source?.address.key ?? [])),
  };
  return (receiver, sender) =>
    notReceived(receiver, sender, network) ??
    notAccepted(receiver, sender, release) ??
    notFromPeer(receiver, sender, network);
}

/** Those of a router that send to peers. */
interface Network {
  readonly senders: ReadonlyMap<Member, Sender>;
  /** Keys of the addresses from which they send, as far as they are written. */
  readonly sources: ReadonlySet<string>;
}

/** What does not arrive. */
function notReceived(
  receiver: Member,
  sender: Member,
  { senders, sources }: Network,
): Deafness | undefined {
  const idOf = ({ instance }: Member): number | undefined => instance.virtual_router_id?.value;
  if (idOf(receiver) !== idOf(sender)) return 'virtual-router-id';
  if (familyOf(receiver.instance) !== familyOf(sender.instance)) return 'family';
  const to = senders.get(receiver);
  const from = senders.get(sender);
  if (!to !== !from) return 'transport';
  if (to && from) return isAmongPeers(to, from, sources) ? undefined : 'peer';
  const groupOf = ({ node, instance }: Member): string =>
    multicastGroupOf(node, instance).value.key;
  return groupOf(receiver) === groupOf(sender) ? undefined : 'multicast-group';
}

/**
 * Whether a sender's list has the receiver's address; vrrp_send_adv() sends to nobody else. Where it is not
 * written it can be any that is not another node's: keepalived takes the first address of the interface
 * (vrrp_complete_instance()).
 */
function isAmongPeers(to: Sender, { peers }: Sender, sources: ReadonlySet<string>): boolean {
  if (to.source) return peers.has(to.source.address.key);
  return [...peers].some((key) => !sources.has(key));
}

/** What is dropped whoever sent it, in the order of vrrp_check_packet(). */
function notAccepted(receiver: Member, sender: Member, release: Release): Deafness | undefined {
  const version = versionNumberOf(receiver);
  if (version !== versionNumberOf(sender)) return 'version';
  if (authenticationRefusal(receiver, sender) !== undefined) return 'authentication';
  // RFC 3768, section 7.1; a backup of version 3 takes over the interval of its master.
  if (version === 2 && intervalOf(receiver) !== intervalOf(sender)) return 'advertisement-interval';
  if (refusesChecksum(receiver, sender, release)) return 'checksum';
  if (ignoresAll(receiver, release)) return 'owner';
  return refusesAddresses(receiver, sender, release) ? 'addresses' : undefined;
}

function versionNumberOf({ node, instance }: Member): 2 | 3 {
  return versionOf(node, instance).value;
}

function intervalOf({ node, instance }: Member): number {
  return advertIntervalOf(node, instance).value;
}

const ownerIgnoresSince: Release = '2.3.3';

/**
 * owner_ignore_adverts: what is written for an address owner counts as `on` whatever it says, and without it
 * strict mode or the global setting (vrrp_complete_instance()).
 */
function ignoresAll({ node, instance }: Member, release: Release): boolean {
  if (compareReleases(release, ownerIgnoresSince) < 0) return false;
  if (basePriorityOf(instance).value !== addressOwnerPriority) return false;
  if (instance.owner_ignore_adverts || isStrict(node, instance)) return true;
  return node.config.global_defs?.vrrp_owner_ignore_adverts?.value ?? false;
}

const acceptsAddressesSince: Release = '2.3.3';

/**
 * Up to release 2.3.2 all addresses must be the same; prefixes and virtual_ipaddress_excluded are not in an
 * advertisement. skip_check_adv_addr does not help: the first advertisement of a master is always compared.
 */
function refusesAddresses(receiver: Member, sender: Member, release: Release): boolean {
  if (compareReleases(release, acceptsAddressesSince) >= 0) return false;
  const own = advertisedAddressesOf(receiver.instance);
  const theirs = advertisedAddressesOf(sender.instance);
  return own.size !== theirs.size || [...own.keys()].some((key) => !theirs.has(key));
}

/** What is dropped because of whom it comes from, and how far. */
function notFromPeer(receiver: Member, sender: Member, { senders }: Network): Deafness | undefined {
  const to = senders.get(receiver);
  const from = senders.get(sender);
  if (!to || !from) return undefined;
  const key = from.source?.address.key;
  if (key !== undefined && !to.peers.has(key) && looksAtSource(receiver, sender)) return 'source';
  const isPair = senders.size === 2;
  const sent = ttlSentBy(from)?.ttl;
  if (sent === undefined) return undefined;
  const least = leastTtlFor(to, from, isPair)?.ttl ?? 0;
  const most = mostTtlFor(to, from, isPair)?.ttl ?? 255;
  return sent < least || (sent > most && isNear(to, from)) ? 'ttl' : undefined;
}

/**
 * vrrp_check_packet(): with check_unicast_src, which min_ttl and max_ttl bring along (alloc_unicast_peer() in
 * keepalived/vrrp/vrrp_data.c). Of what is signed a state is kept for each peer (vrrp_auth_ext_verify()).
 */
function looksAtSource({ node, instance }: Member, sender: Member): boolean {
  const hmac = hmacAuthenticationOf(sender.node, sender.instance);
  return (
    instance.check_unicast_src !== undefined ||
    node.config.global_defs?.vrrp_check_unicast_src !== undefined ||
    (hmac !== undefined && hmac.mode !== 'receive-only') ||
    (instance.unicast_peer?.entries ?? []).some(({ value }) => value.min_ttl || value.max_ttl)
  );
}

/** Without a router between them, which would make the TTL smaller. */
function isNear({ source: a }: Sender, { source: b }: Sender): boolean {
  return a !== undefined && b !== undefined && areInOneNetwork([a.address.key], [b.address.key]);
}
