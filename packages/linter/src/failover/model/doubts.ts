import type { VrrpInstance, VrrpSyncGroup } from '@kalint/parser';
import {
  isDisputed,
  isVersionDisputed,
  losesAnything,
  losesSetting,
} from '../../cluster/disputed.ts';
import { isMulticast, isUnicast } from '../../cluster/effective.ts';
import { isComplete, type Node } from '../../cluster/node.ts';
import { groupOf, membersOf } from '../../cluster/sync-groups.ts';
import { sameOnlyPeer, unheardOf } from '../../cluster/unheard-nodes.ts';
import { senderOf } from '../../cluster/unicast-senders.ts';
import type { Member, VirtualRouter } from '../../cluster/virtual-routers.ts';
import { definitionKey, definitionsOf } from './definitions.ts';
import { isExcessiveWeight } from './excessive-weight.ts';
import { trackingOf } from './tracked-items.ts';

/** An instance about which nothing can be said, and why, in words that hold nothing of the file. */
export interface Doubt {
  readonly member: Member;
  readonly reason: string;
}

/**
 * The members of virtual routers of which too little is known, and those whose sync group has such a member.
 * A line that is lost by a mistake is reported as such: what would follow from it is not what anybody meant.
 */
export function doubtsAmong(routers: readonly VirtualRouter[]): readonly Doubt[] {
  const unheard = new Set(routers.flatMap(({ members }) => unheardAmong(members)));
  const members = routers.flatMap((router) => router.members);
  const reasons = new Map<Member, string>();
  const groups = new Set<VrrpSyncGroup>();
  for (const member of members) {
    const reason = doubtAbout(member) ?? (unheard.has(member) ? unheardReason : undefined);
    if (reason === undefined) continue;
    reasons.set(member, reason);
    const group = groupFor(member);
    if (group) groups.add(group);
  }
  if (reasons.size === 0) return [];
  return members.flatMap((member) => {
    const group = groupFor(member);
    const reason = reasons.get(member) ?? (group && groups.has(group) ? groupReason : undefined);
    return reason === undefined ? [] : [{ member, reason }];
  });
}

const unheardReason = 'it has no `unicast_src_ip`, and who sends to it is not known';
const groupReason = 'too little is known of another member of its sync group';

function groupFor({ node, instance }: Member): VrrpSyncGroup | undefined {
  return groupOf(node.config, instance);
}

function doubtAbout(member: Member): string | undefined {
  const { node, instance } = member;
  if (!isComplete(node)) return 'a part of its configuration was not read';
  if (!instance.virtual_router_id && !isDisputed(member, ['virtual_router_id'])) {
    return 'it has no `virtual_router_id`';
  }
  const keyword = lostSettingOf(member);
  if (keyword !== undefined) return `a \`${keyword}\` is not read as it is written`;
  return faultOf(node, instance);
}

/** What decides who is better; the state is only a hint, unless something depends on it. */
function settingsOf({ nopreempt, preempt_delay, priority }: VrrpInstance): readonly string[] {
  return nopreempt || preempt_delay || !priority ? ['state', ...settings] : settings;
}

const trackLists = [
  ...['track_script', 'track_interface', 'track_process', 'track_file', 'track_bfd'],
] as const;

/** What decides who hears whom, and who is better. */
const settings = [
  ...['virtual_router_id', 'interface', 'priority', 'advert_int', 'nopreempt', 'preempt_delay'],
  ...['unicast_peer', 'unicast_src_ip', 'mcast_dst_ip', 'virtual_ipaddress', 'strict_mode'],
  ...['authentication', 'auth_type', 'auth_pass', 'auth_hmac', 'active_key', 'down_timer_adverts'],
  ...['dont_track_primary', ...trackLists],
] as const;

const generalSettings = [
  ...['vrrp_strict', 'vrrp_mcast_group4', 'vrrp_mcast_group6', 'vrrp_down_timer_adverts'],
  ...['vrrp_check_unicast_src', 'vrrp_startup_delay'],
] as const;

const groupSettings = ['group', 'sync_group_tracking_weight', ...trackLists] as const;

const definitionSettings = ['weight', 'script', 'file', 'process', 'init_file'] as const;

const known = new WeakMap<Node, Node>();

/** A node without problems of weights that are too large: what becomes of those is known. */
function withoutExcessiveWeights(node: Node): Node {
  let without = known.get(node);
  if (without) return without;
  const problems = node.problems.filter((problem) => !isExcessiveWeight(problem));
  without = problems.length < node.problems.length ? { ...node, problems } : node;
  known.set(node, without);
  return without;
}

/** The first setting that counts for an instance and that keepalived does not take as it was meant. */
function lostSettingOf(member: Member): string | undefined {
  const { instance } = member;
  const node = withoutExcessiveWeights(member.node);
  if (!losesAnything(node)) return undefined;
  const group = groupOf(node.config, instance);
  const definitions = definitionsOf(member.node);
  const tracked = trackingOf(member.node, instance).flatMap(
    ({ kind, name }) => definitions.get(definitionKey(kind, name))?.block.statements ?? [],
  );
  const places = [
    { blocks: instance.statements, keywords: settingsOf(instance) },
    { blocks: node.config.global_defs?.statements ?? [], keywords: generalSettings },
    { blocks: group?.statements ?? [], keywords: groupSettings },
    { blocks: tracked, keywords: definitionSettings },
  ];
  if (isVersionDisputed({ node, instance })) return 'version';
  const place = places.find(({ blocks, keywords }) => losesSetting(node, blocks, keywords));
  return place?.keywords.find((keyword) => losesSetting(node, place.blocks, [keyword]));
}

/**
 * vrrp_complete_instance(): without peers unicast_fault_no_peer never lets an instance, or its group, begin.
 */
function faultOf({ config }: Node, instance: VrrpInstance): string | undefined {
  const group = groupOf(config, instance);
  const members = group ? membersOf(config, group) : [instance];
  const stopped = members.find((each) => !isUnicast(each) && !isMulticast(each));
  if (!stopped) return undefined;
  const subject = stopped === instance ? 'it' : 'its sync group';
  return `${subject} stays in FAULT: \`unicast_fault_no_peer\`, and no peers`;
}

/** Somebody's list must lack them, or name another one twice, and the text does not tell whose. */
function unheardAmong(members: readonly Member[]): readonly Member[] {
  if (!members.some(({ instance }) => isUnicast(instance))) return [];
  const senders = members.flatMap((each) => senderOf(each) ?? []);
  const unheard = senders.length > 2 ? unheardOf(senders) : (sameOnlyPeer(senders) ?? []);
  return unheard.map(({ member }) => member);
}
