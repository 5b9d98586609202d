import type { Address, Argument, Location, VrrpInstance, Word } from '@kalint/parser';
import { locationOf } from '../diagnostic.ts';
import type { Node } from './node.ts';
import type { Member } from './virtual-routers.ts';

/*
 * What keepalived works with: the settings as written, and where nothing is written what it assumes.
 * The places in keepalived's source are those of release 2.4.3.
 */

/** A value and where it comes from. */
export interface Effective<T> {
  readonly value: T;
  /** The setting, or the instance when it is a default. */
  readonly at: Location;
  /** A global setting holds for all instances of its file that have none of their own. */
  readonly from: 'instance' | 'global' | 'default';
}

export const addressOwnerPriority = 255;

/** The first address of an instance decides its family (vrrp_data.c); without one it is IPv4. */
export function familyOf(instance: VrrpInstance): 4 | 6 {
  return firstAddressOf(instance).family;
}

/** Where the address stands that decides; undefined when there is none. */
export function firstAddressAt(instance: VrrpInstance): Location | undefined {
  return firstAddressOf(instance).at;
}

interface FirstAddress {
  readonly at: Location | undefined;
  readonly family: 4 | 6;
}

const firstAddresses = new WeakMap<VrrpInstance, FirstAddress>();

/** Nearly every rule about instances asks for it. */
function firstAddressOf(instance: VrrpInstance): FirstAddress {
  const known = firstAddresses.get(instance);
  if (known) return known;
  const first = findFirstAddress(instance);
  firstAddresses.set(instance, first);
  return first;
}

function findFirstAddress(instance: VrrpInstance): FirstAddress {
  let first: FirstAddress = { at: undefined, family: 4 };
  const see = (at: Location | undefined, family: 4 | 6): void => {
    if (at && at.span.start < (first.at?.span.start ?? Infinity)) first = { at, family };
  };
  see(instance.virtual_ipaddress?.entries[0]?.word, firstFamilyOf(instance.virtual_ipaddress));
  see(instance.unicast_peer?.entries[0]?.word, firstFamilyOf(instance.unicast_peer));
  for (const setting of [instance.unicast_src_ip, instance.mcast_src_ip, instance.mcast_dst_ip]) {
    if (setting) see(setting.statement, setting.value.family);
  }
  const ipvlan = instance.use_ipvlan?.value?.address;
  see(ipvlan?.word, ipvlan?.value.family ?? 4);
  see(instance.native_ipv6?.statement, 6);
  return first;
}

interface AddressList {
  readonly entries: readonly { readonly value: { readonly address: Argument<Address> } }[];
}

function firstFamilyOf(list: AddressList | undefined): 4 | 6 {
  return list?.entries[0]?.value.address.value.family ?? 4;
}

/**
 * vrrp_complete_instance(): 3 for IPv6, else the global vrrp_version, else 2. An IPv6 instance can
 * have version 2 only when that stands before its first address, and not in strict mode
 * (vrrp_version_handler()).
 */
export function versionOf(node: Node, instance: VrrpInstance): Effective<2 | 3> {
  const { at: first, family } = firstAddressOf(instance);
  const own = instance.version;
  const general = family === 4 ? node.config.global_defs?.vrrp_version : undefined;
  if (own) {
    const isBefore = own.statement.span.start < (first?.span.start ?? Infinity);
    const canBe2 = family === 4 || (isBefore && !isStrict(node, instance));
    const value = own.value === 2 && canBe2 ? 2 : 3;
    return { value, at: locationOf(own), from: 'instance' };
  }
  if (general) {
    return { value: general.value === 3 ? 3 : 2, at: locationOf(general), from: 'global' };
  }
  return { value: family === 6 ? 3 : 2, at: locationOf(instance), from: 'default' };
}

/** The version alone: instances of different versions are not compared with each other. */
export function versionNumberOf({ node, instance }: Member): 2 | 3 {
  return versionOf(node, instance).value;
}

/**
 * vrrp_complete_instance(): 255 for `state MASTER` without a priority, else 100; and 100 for a
 * priority that cannot be used (vrrp_prio_handler()).
 */
export function basePriorityOf(instance: VrrpInstance): Effective<number> {
  const own = instance.priority;
  if (own) return { value: own.value, at: locationOf(own), from: 'instance' };
  const isOwner = instance.state?.value === 'MASTER' && !says(instance, 'priority');
  const value = isOwner ? addressOwnerPriority : 100;
  return { value, at: locationOf(instance), from: 'default' };
}

/** Whether a keyword stands in an instance, its value right or wrong. */
function says(instance: VrrpInstance, keyword: string): boolean {
  return instance.statements.some(({ block }) =>
    block?.items.some((item) => item.kind === 'statement' && item.keyword.text === keyword),
  );
}

export function isStrict(node: Node, instance: VrrpInstance): boolean {
  return strictModeOf(node, instance).value;
}

/** strict_mode of the instance, else the global vrrp_strict (vrrp_complete_instance()). */
export function strictModeOf(node: Node, instance: VrrpInstance): Effective<boolean> {
  const own = instance.strict_mode;
  if (own) return { value: own.value, at: locationOf(own), from: 'instance' };
  const general = node.config.global_defs?.vrrp_strict;
  if (general) return { value: general.value, at: locationOf(general), from: 'global' };
  return { value: false, at: locationOf(instance), from: 'default' };
}

/**
 * The seconds between two advertisements. Version 2 sends whole seconds, at least 1; version 3
 * hundredths, 0.01 to 40.95 (vrrp_complete_instance()).
 */
export function advertIntervalOf(node: Node, instance: VrrpInstance): Effective<number> {
  const own = instance.advert_int;
  const written = own?.value ?? 1;
  const value =
    versionOf(node, instance).value === 2
      ? Math.max(1, Math.round(written))
      : Math.min(40.95, Math.max(0.01, Math.round(written * 100) / 100));
  if (own) return { value, at: locationOf(own), from: 'instance' };
  return { value, at: locationOf(instance), from: 'default' };
}

/**
 * After how many advertisements that did not come a backup takes the master for dead, 1 to 100; 3 in strict
 * mode and by default (vrrp_complete_instance()).
 */
export function downTimerAdvertsOf(node: Node, instance: VrrpInstance): number {
  if (isStrict(node, instance)) return 3;
  const setting = instance.down_timer_adverts ?? node.config.global_defs?.vrrp_down_timer_adverts;
  return setting?.value ?? 3;
}

/** The addresses that an instance advertises, each once; those of the other family are dropped. */
export function advertisedAddressesOf(instance: VrrpInstance): ReadonlyMap<string, Word> {
  const known = advertised.get(instance);
  if (known) return known;
  const addresses = collectAdvertised(instance);
  advertised.set(instance, addresses);
  return addresses;
}

const advertised = new WeakMap<VrrpInstance, ReadonlyMap<string, Word>>();

function collectAdvertised(instance: VrrpInstance): ReadonlyMap<string, Word> {
  const family = familyOf(instance);
  const addresses = new Map<string, Word>();
  for (const { value, word } of instance.virtual_ipaddress?.entries ?? []) {
    const { value: address } = value.address;
    if (address.family === family && !addresses.has(address.key)) addresses.set(address.key, word);
  }
  return addresses;
}

/** The other routers that get advertisements one by one; empty when they go to a group. */
export function unicastPeersOf(instance: VrrpInstance): readonly Address[] {
  const family = familyOf(instance);
  return (instance.unicast_peer?.entries ?? []).flatMap(({ value }) => {
    const { value: address } = value.address;
    return address.family === family ? [address] : [];
  });
}

export function isUnicast(instance: VrrpInstance): boolean {
  const family = familyOf(instance);
  const peers = instance.unicast_peer?.entries;
  return peers?.some(({ value }) => value.address.value.family === family) ?? false;
}

/** unicast_fault_no_peer without peers stops the instance; otherwise no peers means multicast. */
export function isMulticast(instance: VrrpInstance): boolean {
  return !isUnicast(instance) && instance.unicast_fault_no_peer === undefined;
}

/** Where the advertisements of an instance come from, when that is written. */
export function sourceAddressOf(
  instance: VrrpInstance,
): { readonly address: Address; readonly keyword: string; readonly at: Location } | undefined {
  const setting = instance.unicast_src_ip ?? instance.mcast_src_ip;
  if (!setting || setting.value.family !== familyOf(instance)) return undefined;
  return {
    address: setting.value,
    keyword: setting.statement.keyword.text,
    at: locationOf(setting),
  };
}

/** RFC 5798, sections 5.1.1.2 and 5.1.2.2 */
const defaultGroup = {
  4: { key: '224.0.0.18', text: '224.0.0.18' },
  6: { key: 'ff02:0:0:0:0:0:0:12', text: 'ff02::12' },
} as const;

/** mcast_dst_ip, else the global group of the family, else that of the RFC. */
export function multicastGroupOf(
  node: Node,
  instance: VrrpInstance,
): Effective<Pick<Address, 'key' | 'text'>> {
  const family = familyOf(instance);
  const own = instance.mcast_dst_ip;
  if (own?.value.family === family) {
    return { value: own.value, at: locationOf(own), from: 'instance' };
  }
  const global = node.config.global_defs;
  const general = family === 4 ? global?.vrrp_mcast_group4 : global?.vrrp_mcast_group6;
  if (general) return { value: general.value, at: locationOf(general), from: 'global' };
  return { value: defaultGroup[family], at: locationOf(instance), from: 'default' };
}
