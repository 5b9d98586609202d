import type { Contest, Contestant, Unit } from './contest.ts';
import type { Fault } from '../model/faults.ts';
import { placeOfItem } from '../model/items.ts';
import type { FailoverModel, ModelMember, ModelNode, ModelTracker } from '../model/model.ts';
import type { Standing } from '../model/outcome.ts';
import { addressOwnerPriority } from '../../cluster/effective.ts';
import { contribution, effectivePriority } from './priority.ts';

/** What a contestant announces while something is broken, and whether anybody can hear it. */
export interface Condition {
  readonly standing: Standing;
  /** What base priority and checks add up to, before that is limited to 1 to 254. */
  readonly total: number;
  /** Nothing gets out or in: its own interface is down, or the host. */
  readonly isCutOff: boolean;
}

/** The conditions of all contestants of a contest, and the links that are cut. */
export interface Situation {
  /** By the indices of the contestants. */
  readonly conditions: readonly Condition[];
  /** The effective priorities; 0 for those that take no part. */
  readonly priorities: readonly number[];
  /** Whether anything keeps an instance from hearing what it would otherwise hear. */
  readonly isDisturbed: boolean;
  readonly cutLinks: ReadonlySet<string>;
}

/** What some faults make of the contestants of one node. */
export interface Effect {
  readonly contestants: readonly Contestant[];
  readonly conditions: readonly Condition[];
}

/** What is broken on one node. */
interface Breakage {
  readonly power: 'on' | 'down' | 'stopped';
  readonly failed: ReadonlySet<number>;
  /** What stands in files, by the index of the item. */
  readonly values: ReadonlyMap<number, number>;
}

/** The situation in which these faults are present. Faults of nodes and items that do not exist change nothing. */
export function situationOf(
  model: FailoverModel,
  contest: Contest,
  faults: readonly Fault[],
): Situation {
  const names = new Set(faults.flatMap((fault) => (fault.kind === 'link' ? [] : [fault.node])));
  const effects = model.nodes.flatMap(({ name }, index) =>
    names.has(name) ? [effectOf(model, contest, index, faults)] : [],
  );
  const cutLinks = faults.some(({ kind }) => kind === 'link') ? cutLinksOf(model, faults) : noLinks;
  return situationFrom(model, contest, effects, cutLinks);
}

/** The situation in which some nodes are in these conditions, and nothing is broken on the others. */
export function situationFrom(
  model: FailoverModel,
  contest: Contest,
  effects: readonly Effect[],
  cutLinks = noLinks,
): Situation {
  const healthy = healthySituation(model, contest);
  if (effects.length === 0 && cutLinks.size === 0) return healthy;
  const conditions = [...healthy.conditions];
  const priorities = [...healthy.priorities];
  const isDisturbed = putInto(effects, conditions, priorities) || cutLinks.size > 0;
  return { conditions, priorities, isDisturbed, cutLinks };
}

const noLinks: ReadonlySet<string> = new Set();

/** Asked for each fault set, of which there can be hundreds of thousands. */
const healthySituations = new WeakMap<Contest, Situation>();

function healthySituation(model: FailoverModel, contest: Contest): Situation {
  const known = healthySituations.get(contest);
  if (known) return known;
  const conditions: Condition[] = [];
  const priorities: number[] = [];
  const effects = model.nodes.map((_, index) => effectOf(model, contest, index, []));
  const isDisturbed = putInto(effects, conditions, priorities);
  const situation = { conditions, priorities, isDisturbed, cutLinks: noLinks };
  healthySituations.set(contest, situation);
  return situation;
}

/** Puts effects where they belong; tells whether one of them cuts somebody off who still takes part. */
function putInto(
  effects: readonly Effect[],
  conditions: Condition[],
  priorities: number[],
): boolean {
  let isDisturbed = false;
  for (const effect of effects) {
    effect.contestants.forEach(({ index }, position) => {
      const condition = effect.conditions[position];
      if (!condition) return;
      const isRunning = typeof condition.standing === 'number';
      conditions[index] = condition;
      priorities[index] = typeof condition.standing === 'number' ? condition.standing : 0;
      isDisturbed ||= isRunning && condition.isCutOff;
    });
  }
  return isDisturbed;
}

/** What the faults of one node do to its contestants. */
export function effectOf(
  model: FailoverModel,
  contest: Contest,
  index: number,
  faults: readonly Fault[],
): Effect {
  const contestants = contest.contestants.filter(({ node }) => node === index);
  const node = model.nodes[index];
  if (!node) return { contestants: [], conditions: [] };
  const breakage = breakageOf(node, faults);
  const own = contestants.map(({ member }) => standingOf(node, member, breakage));
  const faulty = new Set(
    contestants.filter((_, place) => own[place]?.standing === 'FAULT').map(({ unit }) => unit),
  );
  return {
    contestants,
    conditions: contestants.map(({ member, unit }, place): Condition => {
      // vrrp_sync_fault() in keepalived/vrrp/vrrp_sync.c: one member in FAULT puts the whole group there.
      const { standing, total } = own[place] ?? { standing: 'FAULT', total: 0 };
      const isCutOff = breakage.power === 'down' || hasInterfaceDown(node, member, breakage);
      return { standing: faulty.has(unit) ? 'FAULT' : standing, total, isCutOff };
    }),
  };
}

/** Links that are cut, as linkKey() calls them. */
function cutLinksOf({ nodes }: FailoverModel, faults: readonly Fault[]): ReadonlySet<string> {
  const indexOf = (name: string): number => nodes.findIndex((node) => node.name === name);
  return new Set(
    faults.flatMap((fault) =>
      fault.kind === 'link' ? [linkKey(indexOf(fault.nodes[0]), indexOf(fault.nodes[1]))] : [],
    ),
  );
}

/** A link between two nodes, by their indices. */
function linkKey(a: number, b: number): string {
  return a < b ? `${a}-${b}` : `${b}-${a}`;
}

/** The effective priority; 0 when it takes no part. */
export function priorityIn({ priorities }: Situation, { index }: Contestant): number {
  return priorities[index] ?? 0;
}

export function takesPart({ priorities }: Situation, { members }: Unit): boolean {
  return members.every(({ index }) => priorities[index] !== 0);
}

/** Whether a contestant receives what another one sends, and accepts it. */
export function hearsIn(
  { conditions, cutLinks, isDisturbed }: Situation,
  receiver: Contestant,
  sender: Contestant,
): boolean {
  if (!receiver.hears.has(sender)) return false;
  if (!isDisturbed) return true;
  const isCutOff =
    conditions[receiver.index]?.isCutOff === true || conditions[sender.index]?.isCutOff === true;
  return !isCutOff && !cutLinks.has(linkKey(receiver.node, sender.node));
}

function breakageOf({ name, items }: ModelNode, faults: readonly Fault[]): Breakage {
  const failed = new Set<number>();
  const values = new Map<number, number>();
  let power: Breakage['power'] = 'on';
  for (const fault of faults) {
    if (fault.kind === 'link' || fault.node !== name) continue;
    if (fault.kind === 'down') power = 'down';
    else if (fault.kind === 'stop') power = power === 'down' ? 'down' : 'stopped';
    else {
      const item = placeOfItem(items, fault);
      if (item === undefined) continue;
      if (fault.kind === 'file') values.set(item, fault.value);
      else failed.add(item);
    }
  }
  return { power, failed, values };
}

function standingOf(
  node: ModelNode,
  member: ModelMember,
  breakage: Breakage,
): Pick<Condition, 'standing' | 'total'> {
  if (breakage.power !== 'on') return { standing: breakage.power, total: 0 };
  let total = member.base;
  for (const tracker of member.trackers) {
    const added = contributionOf(node, tracker, breakage);
    if (added === 'FAULT') return { standing: 'FAULT', total: 0 };
    total += added;
  }
  // vrrp_set_effective_priority(): the priority of an address owner is never changed.
  const isOwner = member.base === addressOwnerPriority;
  return { standing: isOwner ? addressOwnerPriority : effectivePriority(0, total), total };
}

function contributionOf(
  { items }: ModelNode,
  { item, weight, reverse }: ModelTracker,
  { failed, values }: Breakage,
): number | 'FAULT' {
  const tracked = items[item];
  if (tracked?.kind === 'file') {
    return fileContribution(values.get(item) ?? tracked.value, weight, reverse);
  }
  const isUp = !failed.has(item);
  if (weight === 0) return isUp === reverse ? 'FAULT' : 0;
  return contribution({ weight, reverse }, isUp);
}

/** process_update_vrrp_track_file_status() in keepalived/vrrp/vrrp_track.c: -254 and less is FAULT. */
function fileContribution(value: number, weight: number, reverse: boolean): number | 'FAULT' {
  if (weight === 0) return (value !== 0) === reverse ? 0 : 'FAULT';
  const status = value * weight * (reverse ? -1 : 1);
  return status <= -254 ? 'FAULT' : Math.min(253, status);
}

function hasInterfaceDown(
  { items }: ModelNode,
  { interface: name }: ModelMember,
  { failed }: Breakage,
): boolean {
  return [...failed].some((item) => items[item]?.kind === 'interface' && items[item].name === name);
}
