import {
  compareReleases,
  type Location,
  type Release,
  type Statement,
  type VrrpInstance,
  type Word,
} from '@kalint/parser';
import { isDisputed } from '../../cluster/disputed.ts';
import {
  addressOwnerPriority,
  basePriorityOf,
  familyOf,
  firstAddressAt,
  isStrict,
  isUnicast,
} from '../../cluster/effective.ts';
import type { Node } from '../../cluster/node.ts';
import { locationOf } from '../../diagnostic.ts';
import { initialStateOf } from '../../cluster/initial-state.ts';
import { saysOff } from './says-off.ts';
import { virtualAddressesOf } from './virtual-addresses.ts';
import { isReadBefore } from '../../cluster/reading-order.ts';

/** A setting that keepalived takes back, or never looks at. */
interface IgnoredSetting {
  /** The line, or an option of a line. */
  readonly at: Statement | Word;
  /** Behind "has no effect". */
  readonly because: string;
  /** What keepalived says; undefined: nothing. */
  readonly says?: string;
  /** The setting that makes it void. */
  readonly cause?: Location | undefined;
  /** When it is not to remove the setting. */
  readonly help?: string;
}

type Find = (instance: VrrpInstance, node: Node) => readonly IgnoredSetting[];

/** Who finds what, from which release on. */
const finds: readonly { readonly since: Release; readonly find: Find }[] = [
  { since: '2.0.0', find: delayOfMaster },
  { since: '1.2.22', find: delayWithoutPreemption },
  { since: '2.2.8', find: expiryWithPreemption },
  { since: '2.3.3', find: ownerSettings },
  { since: '2.2.5', find: groupWithPeers },
  { since: '2.0.0', find: trackedSource },
  { since: '1.3.0', find: secondariesOfVmac },
  { since: '1.2.20', find: baseWithoutVmac },
  { since: '2.2.0', find: vmacOfAddress },
  { since: '2.2.5', find: vrfWithInterface },
  { since: '1.2.20', find: versionOfIpv6 },
  { since: '2.2.8', find: noAddressWithAddresses },
  { since: '2.4.0', find: windowWithoutTime },
];

/** The settings of an instance that have no effect, by vrrp_complete_instance() in vrrp/vrrp.c. */
export function ignoredSettings(
  node: Node,
  instance: VrrpInstance,
  release: Release,
): readonly IgnoredSetting[] {
  const ignored: IgnoredSetting[] = [];
  for (const { since, find } of finds) {
    if (compareReleases(release, since) >= 0) ignored.push(...find(instance, node));
  }
  return ignored;
}

function delayOfMaster(instance: VrrpInstance, node: Node): readonly IgnoredSetting[] {
  const { preempt_delay: delay, state, priority } = instance;
  if (!delay || delay.value === 0 || initialStateOf(node, instance) !== 'MASTER') return [];
  const cause = state ?? priority;
  return [
    {
      at: delay.statement,
      because: state ? 'with `state MASTER`' : `with priority ${addressOwnerPriority}`,
      says: 'preempt delay will not work with initial state MASTER - clearing',
      cause: cause && locationOf(cause),
      help: 'write `state BACKUP` on every node, or remove `preempt_delay`',
    },
  ];
}

function delayWithoutPreemption(instance: VrrpInstance, node: Node): readonly IgnoredSetting[] {
  const { preempt_delay: delay } = instance;
  const nopreempt = nopreemptOf(instance);
  if (!delay || delay.value === 0 || !nopreempt) return [];
  // The one is reset for another reason, which is reported as such.
  if (isStrict(node, instance) || initialStateOf(node, instance) === 'MASTER') return [];
  return [
    {
      at: delay.statement,
      because: 'with `nopreempt`',
      says: 'preempt_delay is incompatible with nopreempt mode - resetting',
      cause: nopreempt,
      help: 'remove one of the two: a node that never preempts need not wait for it',
    },
  ];
}

/** A later `preempt` takes it back. */
function nopreemptOf(instance: VrrpInstance): Location | undefined {
  const { nopreempt, preempt } = instance;
  if (!nopreempt || saysOff(nopreempt.statement)) return undefined;
  const isTakenBack = preempt && isReadBefore(nopreempt, preempt, instance);
  return isTakenBack ? undefined : nopreempt.statement.keyword;
}

function expiryWithPreemption(instance: VrrpInstance, node: Node): readonly IgnoredSetting[] {
  const expiry = instance.timer_expired_backup ?? instance.thread_timer_expired;
  if (!expiry || instance.nopreempt || isDisputed({ node, instance }, ['nopreempt'])) return [];
  return [
    {
      at: expiry.statement,
      because: 'without `nopreempt`',
      says: 'expired_timer_backup requires nopreempt - resetting',
      help: 'add `nopreempt`, or remove the line',
    },
  ];
}

function ownerSettings(instance: VrrpInstance): readonly IgnoredSetting[] {
  const { owner_ignore_adverts: ignore, priority } = instance;
  if (!ignore) return [];
  const isOwner = basePriorityOf(instance).value === addressOwnerPriority;
  if (ignore.value === isOwner) return [];
  const cause = priority && locationOf(priority);
  if (!isOwner && !ignore.value) return [];
  return [
    isOwner
      ? {
          at: ignore.statement,
          because: `with priority ${addressOwnerPriority}: the address owner ignores them`,
          says: 'strict_mode with priority 255 requires owner_ignore_adverts',
          cause,
        }
      : {
          at: ignore.statement,
          because: `with a priority other than ${addressOwnerPriority}`,
          says: 'ignoring owner_ignore_adverts since priority is not 255',
          cause,
        },
  ];
}

function groupWithPeers(instance: VrrpInstance): readonly IgnoredSetting[] {
  const { mcast_dst_ip: group, unicast_peer: peers } = instance;
  if (!group || !isUnicast(instance)) return [];
  return [
    {
      at: group.statement,
      because: 'with `unicast_peer`',
      says: 'multicast destination specified with unicast - ignoring',
      cause: peers && locationOf(peers),
    },
  ];
}

function trackedSource(instance: VrrpInstance, node: Node): readonly IgnoredSetting[] {
  const { track_src_ip: track, mcast_src_ip, unicast_src_ip, use_ipvlan } = instance;
  if (!track || mcast_src_ip || unicast_src_ip || use_ipvlan) return [];
  if (isDisputed({ node, instance }, ['mcast_src_ip', 'unicast_src_ip'])) return [];
  return [
    {
      at: track.statement,
      because: 'without `mcast_src_ip` or `unicast_src_ip`',
      help: 'set the source address that is to be tracked, or remove the line',
    },
  ];
}

function secondariesOfVmac(instance: VrrpInstance): readonly IgnoredSetting[] {
  const { promote_secondaries: promote } = instance;
  const virtual = instance.use_vmac?.[0] ?? instance.use_ipvlan;
  if (!promote || !virtual) return [];
  return [
    {
      at: promote.statement,
      because: `with \`${virtual.statement.keyword.text}\`, where it is always so`,
      says: 'promote_secondaries is automatically set for vmacs - ignoring',
      cause: virtual.statement.keyword,
    },
  ];
}

function baseWithoutVmac(instance: VrrpInstance, node: Node): readonly IgnoredSetting[] {
  const { vmac_xmit_base: base, use_vmac } = instance;
  if (!base || use_vmac || isDisputed({ node, instance }, ['use_vmac'])) return [];
  return [
    {
      at: base.statement,
      because: 'without `use_vmac`',
      says: 'vmac_xmit_base is only valid with a vmac',
      help: 'add `use_vmac`, or remove the line',
    },
  ];
}

function vmacOfAddress(instance: VrrpInstance): readonly IgnoredSetting[] {
  const { use_vmac, use_vmac_addr, interface: own } = instance;
  return virtualAddressesOf(instance).flatMap(({ entry }): readonly IgnoredSetting[] => {
    const { use_vmac: option, dev, address } = entry.value;
    if (!option) return [];
    const isOwnFamily = address.value.family === familyOf(instance);
    const isOwnInterface = !dev || dev.value === own?.value;
    if (isOwnFamily && isOwnInterface) {
      return use_vmac?.[0] ? [ofAddress(option.word, use_vmac[0].statement.keyword)] : [];
    }
    return use_vmac_addr ? [ofAddress(option.word, use_vmac_addr.statement.keyword)] : [];
  });
}

function ofAddress(at: Word, cause: Word): IgnoredSetting {
  return {
    at,
    because: `on this address: \`${cause.text}\` of the instance is for it too`,
    says: `${cause.text === 'use_vmac' ? 'use_vmac' : 'use_vmac_addr'} specified`,
    cause,
  };
}

function vrfWithInterface(instance: VrrpInstance, node: Node): readonly IgnoredSetting[] {
  const { vrf, interface: device } = instance;
  if (!vrf) return [];
  if (device) {
    const isBefore = isReadBefore(device, vrf, instance);
    return [
      {
        at: vrf.statement,
        because: 'with `interface`',
        says: isBefore
          ? 'Cannot specify VRF interface and interface - ignoring'
          : 'vrf can only be specified without interface - clearing',
        cause: locationOf(device),
      },
    ];
  }
  if (isUnicast(instance) || isDisputed({ node, instance }, ['unicast_peer'])) return [];
  return [
    {
      at: vrf.statement,
      because: 'without unicast peers',
      says: 'vrf can only be specified with unicast - clearing',
      help: 'list the other routers in `unicast_peer`, or remove the line',
    },
  ];
}

/** vrrp_version_handler() in vrrp/vrrp_parser.c; before the address it counts, but not in strict mode. */
function versionOfIpv6(instance: VrrpInstance, node: Node): readonly IgnoredSetting[] {
  const { version } = instance;
  if (version?.value !== 2 || familyOf(instance) !== 6) return [];
  const first = firstAddressAt(instance);
  const isBehind = first !== undefined && first.span.start < version.statement.span.start;
  if (!isBehind && !isStrict(node, instance)) return [];
  return [
    {
      at: version.statement,
      because: 'with an IPv6 address: that takes version 3',
      says: isBehind
        ? 'vrrp_version 2 conflicts with configured or deduced version'
        : 'cannot use IPv6 with VRRP version 2; setting version 3',
      cause: first,
    },
  ];
}

function noAddressWithAddresses(instance: VrrpInstance, node: Node): readonly IgnoredSetting[] {
  const { no_virtual_ipaddress: none, virtual_ipaddress: addresses } = instance;
  if (!none || !addresses || !isStrict(node, instance)) return [];
  return [
    {
      at: none.statement,
      because: 'in strict mode',
      says: 'no_virtual_ipaddress and strict mode incompatible',
      cause: locationOf(addresses),
    },
  ];
}

function windowWithoutTime({ auth_hmac: hmac }: VrrpInstance): readonly IgnoredSetting[] {
  const window = hmac?.time_window;
  const replay = hmac?.anti_replay;
  if (!window || replay?.value !== 'monotonic') return [];
  return [
    {
      at: window.statement,
      because: 'with `anti_replay monotonic`, which looks at no clock',
      cause: locationOf(replay),
    },
  ];
}
