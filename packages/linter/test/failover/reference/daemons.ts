import type { Event } from '../../../src/failover/model/faults.ts';
import type {
  FailoverModel,
  ModelMember,
  ModelTracker,
  TrackedItem,
} from '../../../src/failover/model/model.ts';

/*
 * The daemons of a cluster, played event by event in simulated time: timers, advertisements as messages on
 * the way, sync groups. It follows keepalived 2.4.3 step by step (names of its functions stand where a step
 * has one) and knows no shortcut, so that it can judge the analysis, which has nothing but shortcuts.
 *
 * Times are whole microseconds. What keepalived leaves open (which of two timers that run out at the same
 * moment is first, which of two unknown addresses is higher) is asked of `choose`.
 */

/** From an advertisement is sent until it is handled. */
export const latency = 10;
/** Timers that run out closer together than this are a matter of chance. */
const tie = 50;
/** By how much the one that loses such a race is late; less than a step of any skew. */
const late = 100;

export type State = 'BACKUP' | 'MASTER' | 'FAULT' | 'off';

/** An instance as its daemon knows it. */
export interface Instance {
  readonly router: number;
  readonly member: number;
  readonly config: ModelMember;
  /** Index in the list of sync groups, if it is in one. */
  readonly group: number | undefined;
  /** Instances that receive what it sends, while links are up. */
  readonly heardBy: number[];
  state: State;
  /** When it last became master or ceased to be. */
  since: number;
  /** The state it would be in without its sync group (vrrp_t.wantstate). */
  want: State;
  priority: number;
  /** Some check puts it into FAULT. */
  faulty: boolean;
  /** When to act: as master to advertise, as backup to become master (vrrp_t.sands). */
  timer: number;
  masterDown: number;
  /** Learnt from the master in version 3. */
  masterInterval: number;
  /** When a master of lower priority is no longer left in place; 0 while nothing counts down. */
  preemptAt: number;
  /** The address owner's patience with another owner (vrrp_t.rogue_counter, rogue_timer_thread). */
  rogueAdverts: number;
  rogueUntil: number;
}

interface Host {
  on: boolean;
  /** Advertisements that arrive earlier are thrown away (vrrp_startup_delay). */
  listensFrom: number;
  /** For each item: the number in the file, or 1 and 0 for up and down; as the daemon has noticed it. */
  readonly status: number[];
  /** Names of the interfaces that carry nothing, noticed or not. */
  readonly dead: Set<string>;
}

interface Group {
  readonly instances: readonly number[];
  readonly node: number;
  state: State;
}

interface Message {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly priority: number;
  readonly interval: number;
}

/** Asked for a number from 0 to `options - 1`; `question` tells apart what can be asked in one situation. */
export type Choose = (options: number, question: string) => number;

export interface Daemons {
  readonly model: FailoverModel;
  now: number;
  readonly instances: readonly Instance[];
  readonly hosts: readonly Host[];
  readonly groups: readonly Group[];
  /** Links that lose advertisements. */
  readonly cut: Set<string>;
  readonly messages: Message[];
  /** What chance has said about unknown addresses: `lower<higher`, by instances. */
  readonly addresses: Set<string>;
  choose: Choose;
}

export function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`nothing at ${index}`);
  return found;
}

/** All nodes as they are before they start. */
export function daemonsOf(model: FailoverModel): Daemons {
  const groups: { instances: number[]; node: number; name: string; state: State }[] = [];
  const instances: Instance[] = [];
  for (const [router, { members }] of model.routers.entries()) {
    for (const [member, config] of members.entries()) {
      let group: number | undefined;
      const { syncGroup: name, node } = config;
      if (name !== undefined) {
        group = groups.findIndex((each) => each.node === node && each.name === name);
        if (group < 0) group = groups.push({ instances: [], node, name, state: 'off' }) - 1;
        at(groups, group).instances.push(instances.length);
      }
      instances.push({
        router,
        member,
        config,
        group,
        heardBy: [],
        state: 'off',
        since: 0,
        want: 'off',
        priority: 0,
        faulty: false,
        timer: Infinity,
        masterDown: 0,
        masterInterval: 0,
        preemptAt: 0,
        rogueAdverts: 0,
        rogueUntil: 0,
      });
    }
  }
  for (const [index, { router, config }] of instances.entries()) {
    for (const each of instances) {
      if (each.router === router && config.hears.has(each.member)) each.heardBy.push(index);
    }
  }
  return {
    model,
    now: 0,
    instances,
    hosts: model.nodes.map(({ items }) => ({
      on: false,
      listensFrom: 0,
      status: items.map((item) => healthy(item)),
      dead: new Set(),
    })),
    groups,
    cut: new Set(),
    messages: [],
    addresses: new Set(),
    choose: () => 0,
  };
}

export function copyOf(daemons: Daemons): Daemons {
  return {
    ...daemons,
    instances: daemons.instances.map((each) => ({ ...each })),
    hosts: daemons.hosts.map((host) => ({
      ...host,
      status: [...host.status],
      dead: new Set(host.dead),
    })),
    groups: daemons.groups.map((group) => ({ ...group })),
    cut: new Set(daemons.cut),
    messages: [...daemons.messages],
    addresses: new Set(daemons.addresses),
  };
}

/* What happens from outside. */

/** All nodes start at this moment. */
export function startAll(daemons: Daemons): void {
  for (const node of daemons.hosts.keys()) start(daemons, node);
}

/** An interface loses or gets back its link, and its daemon does not know it yet. */
export function changeLink({ model, hosts }: Daemons, { change, fault }: Event): void {
  if (fault.kind !== 'interface') return;
  const { dead } = at(hosts, nodeNamed(model, fault.node));
  if (change === 'fail') dead.add(fault.name);
  else dead.delete(fault.name);
}

/** A fault takes effect, or its repair does: what it takes to be noticed has gone by. */
export function happen(daemons: Daemons, event: Event): void {
  changeLink(daemons, event);
  const { change, fault } = event;
  const { model, hosts, instances, cut } = daemons;
  const fails = change === 'fail';
  if (fault.kind === 'link') {
    const [one, other] = fault.nodes;
    const link = linkBetween(nodeNamed(model, one), nodeNamed(model, other));
    if (fails) cut.add(link);
    else cut.delete(link);
    return;
  }
  const node = nodeNamed(model, fault.node);
  const host = at(hosts, node);
  if (fault.kind === 'down' || fault.kind === 'stop') {
    if (!fails) start(daemons, node);
    else if (host.on) {
      for (const each of instances) {
        if (each.config.node !== node) continue;
        if (fault.kind === 'stop' && each.state === 'MASTER') send(daemons, each, 0);
        enter(daemons, each, 'off');
        each.timer = Infinity;
      }
      host.on = false;
    }
    return;
  }
  const items = at(model.nodes, node).items;
  const item = items.findIndex(({ kind, name }) => kind === fault.kind && name === fault.name);
  host.status[item] = fails ? (fault.kind === 'file' ? fault.value : 0) : healthy(at(items, item));
  if (!host.on) return;
  for (const each of instances) {
    if (each.config.node !== node) continue;
    const trackers = each.config.trackers.filter((tracker) => tracker.item === item);
    if (trackers.length === 0) continue;
    const { faulty, priority } = standing(daemons, each);
    if (faulty && !each.faulty) downInstance(daemons, each);
    else if (!faulty && each.faulty) tryUpInstance(daemons, each);
    setEffectivePriority(each, priority);
  }
}

function nodeNamed({ nodes }: FailoverModel, name: string): number {
  return nodes.findIndex((node) => node.name === name);
}

function healthy(item: TrackedItem): number {
  return item.kind === 'file' ? item.value : 1;
}

/** vrrp_init_state() */
function start(daemons: Daemons, node: number): void {
  const host = at(daemons.hosts, node);
  if (host.on) return;
  host.on = true;
  host.listensFrom = daemons.now + seconds(at(daemons.model.nodes, node).startupDelay);
  const own = daemons.instances.filter(({ config }) => config.node === node);
  for (const each of own) {
    const { faulty, priority } = standing(daemons, each);
    each.faulty = faulty;
    each.priority = priority;
    each.want = faulty ? 'FAULT' : each.config.startsAsMaster ? 'MASTER' : 'BACKUP';
    each.masterInterval = seconds(each.config.advertInterval);
    each.preemptAt = 0;
    each.rogueAdverts = 0;
    each.rogueUntil = 0;
  }
  for (const group of daemons.groups) {
    if (group.node !== node) continue;
    const members = group.instances.map((index) => at(daemons.instances, index));
    group.state = members.some(({ faulty }) => faulty)
      ? 'FAULT'
      : members.every(({ want }) => want === 'MASTER')
        ? 'MASTER'
        : 'BACKUP';
  }
  for (const each of own) {
    const state = each.group === undefined ? each.want : at(daemons.groups, each.group).state;
    enter(daemons, each, state === 'MASTER' ? 'BACKUP' : state);
    each.masterDown = state === 'MASTER' ? 1 : masterDown(each);
    setTimer(daemons, each);
  }
  // A group that is made of owners begins as master; its members follow at once.
  for (const group of daemons.groups) {
    if (group.node === node && group.state === 'MASTER') group.state = 'BACKUP';
  }
}

/* What an instance announces. */

/** vrrp_script_weight() and its siblings; section 11 of the notes. */
function standing(
  { model, hosts }: Daemons,
  { config }: Instance,
): { readonly faulty: boolean; readonly priority: number } {
  const { items } = at(model.nodes, config.node);
  const { status } = at(hosts, config.node);
  let total = config.base;
  let faulty = false;
  for (const tracker of config.trackers) {
    const effect = effectOf(tracker, at(items, tracker.item), at(status, tracker.item));
    if (effect === 'FAULT') faulty = true;
    else total += effect;
  }
  return { faulty, priority: config.base === 255 ? 255 : Math.max(1, Math.min(254, total)) };
}

function effectOf(tracker: ModelTracker, item: TrackedItem, status: number): number | 'FAULT' {
  const { weight, reverse } = tracker;
  const sign = reverse ? -1 : 1;
  if (item.kind === 'file') {
    if (weight === 0) return (status !== 0) === !reverse ? 'FAULT' : 0;
    const points = status * weight * sign;
    return points <= -254 ? 'FAULT' : Math.min(253, points);
  }
  const up = status === 1;
  if (weight === 0) return up === reverse ? 'FAULT' : 0;
  return up === weight > 0 ? weight * sign : 0;
}

/** vrrp_set_effective_priority() */
function setEffectivePriority(each: Instance, priority: number): void {
  if (each.config.base === 255 || each.priority === priority) return;
  each.priority = priority;
  const before = each.masterDown;
  each.masterDown = masterDown(each);
  if (each.state === 'BACKUP') each.timer += each.masterDown - before;
}

/* Timers: include/vrrp.h, VRRP_TIMER_SKEW_CALC() and VRRP_MS_DOWN_TIMER(). */

export function seconds(count: number): number {
  return Math.round(count * 1_000_000);
}

function skew({ config, masterInterval }: Instance, priority: number): number {
  return config.version === 3
    ? Math.floor(((256 - priority) * Math.floor(masterInterval / 10_000) * 625) / 16)
    : Math.floor(((256 - priority) * 1_000_000) / 256);
}

function ownSkew(each: Instance): number {
  return skew(each, each.config.base === 255 ? 255 : each.priority);
}

function masterDown(each: Instance): number {
  return each.config.downTimerAdverts * each.masterInterval + ownSkew(each);
}

/** vrrp_init_instance_sands() */
function setTimer({ now, hosts }: Daemons, each: Instance): void {
  const from = Math.max(now, at(hosts, each.config.node).listensFrom);
  if (each.state === 'MASTER') each.timer = from + seconds(each.config.advertInterval);
  else each.timer = each.state === 'BACKUP' ? from + each.masterDown : Infinity;
}

/* Changes of state. */

function enter(daemons: Daemons, each: Instance, state: State): void {
  if ((each.state === 'MASTER') !== (state === 'MASTER')) each.since = daemons.now;
  each.state = state;
}

/** vrrp_state_goto_master(), without what it tells the sync group */
function stateGotoMaster(daemons: Daemons, each: Instance): void {
  each.want = 'MASTER';
  if (!canGotoMaster(daemons, each)) return;
  enter(daemons, each, 'MASTER');
  if (each.config.base === 255) each.priority = 255;
  setTimer(daemons, each);
  send(daemons, each, each.priority);
}

/** vrrp_state_leave_master() */
function stateLeaveMaster(daemons: Daemons, each: Instance): void {
  if (each.want === 'BACKUP') each.preemptAt = 0;
  else send(daemons, each, 0);
  enter(daemons, each, each.want);
  each.masterDown = masterDown(each);
  each.rogueAdverts = 0;
  each.rogueUntil = 0;
  setTimer(daemons, each);
}

/** vrrp_state_leave_fault() */
function stateLeaveFault(daemons: Daemons, each: Instance): void {
  if (each.want === 'MASTER') stateGotoMaster(daemons, each);
  else {
    enter(daemons, each, each.want);
    if (each.want === 'BACKUP') each.preemptAt = 0;
  }
  each.masterInterval = seconds(each.config.advertInterval);
  each.masterDown = masterDown(each);
  setTimer(daemons, each);
}

/** down_instance() */
function downInstance(daemons: Daemons, each: Instance): void {
  each.faulty = true;
  each.want = 'FAULT';
  if (each.state === 'MASTER') stateLeaveMaster(daemons, each);
  else stateLeaveFault(daemons, each);
  if (each.group === undefined) return;
  const group = at(daemons.groups, each.group);
  if (group.state === 'FAULT') return;
  // vrrp_sync_fault()
  for (const other of others(daemons, each)) {
    if (other.state === 'FAULT') continue;
    other.want = 'FAULT';
    if (other.state === 'MASTER') stateLeaveMaster(daemons, other);
    else stateLeaveFault(daemons, other);
  }
  group.state = 'FAULT';
}

/** try_up_instance() */
function tryUpInstance(daemons: Daemons, each: Instance): void {
  each.faulty = false;
  each.want = 'BACKUP';
  each.masterInterval = seconds(each.config.advertInterval);
  each.masterDown = masterDown(each);
  if (others(daemons, each).some(({ faulty }) => faulty)) return;
  stateLeaveFault(daemons, each);
  syncBackup(daemons, each);
}

function others({ groups, instances }: Daemons, each: Instance): readonly Instance[] {
  if (each.group === undefined) return [];
  return at(groups, each.group)
    .instances.map((index) => at(instances, index))
    .filter((other) => other !== each);
}

/** vrrp_sync_can_goto_master() */
function canGotoMaster(daemons: Daemons, each: Instance): boolean {
  if (each.group === undefined || at(daemons.groups, each.group).state === 'MASTER') return true;
  if (others(daemons, each).every(({ want }) => want === 'MASTER')) return true;
  each.masterDown = masterDown(each);
  setTimer(daemons, each);
  return false;
}

/** vrrp_sync_master() */
function syncMaster(daemons: Daemons, each: Instance): void {
  if (each.group === undefined) return;
  const group = at(daemons.groups, each.group);
  if (group.state === 'MASTER' || !canGotoMaster(daemons, each)) return;
  for (const other of others(daemons, each)) {
    if (other.state !== 'MASTER') stateGotoMaster(daemons, other);
  }
  group.state = 'MASTER';
}

/** vrrp_sync_backup() */
function syncBackup(daemons: Daemons, each: Instance): void {
  if (each.group === undefined) return;
  const group = at(daemons.groups, each.group);
  if (group.state === 'BACKUP') return;
  for (const other of others(daemons, each)) {
    if (other.state === 'BACKUP') continue;
    other.want = 'BACKUP';
    if (other.state === 'FAULT') stateLeaveFault(daemons, other);
    else stateLeaveMaster(daemons, other);
  }
  group.state = 'BACKUP';
}

/* Advertisements. */

/** Whether an advertisement gets from one node to the other. */
function connected({ hosts, cut }: Daemons, one: ModelMember, other: ModelMember): boolean {
  if (cut.size > 0 && cut.has(linkBetween(one.node, other.node))) return false;
  const isDead = ({ node, interface: name }: ModelMember): boolean =>
    name !== undefined && at(hosts, node).dead.has(name);
  return !isDead(one) && !isDead(other);
}

function linkBetween(one: number, other: number): string {
  return one < other ? `${one}-${other}` : `${other}-${one}`;
}

/** vrrp_send_adv() */
function send(daemons: Daemons, from: Instance, priority: number): void {
  const sender = daemons.instances.indexOf(from);
  const interval = seconds(from.config.advertInterval);
  for (const to of from.heardBy) {
    if (!connected(daemons, from.config, at(daemons.instances, to).config)) continue;
    daemons.messages.push({ at: daemons.now + latency, from: sender, to, priority, interval });
  }
}

/** vrrp_dispatcher_read() */
function receive(daemons: Daemons, message: Message): void {
  const each = at(daemons.instances, message.to);
  const host = at(daemons.hosts, each.config.node);
  if (!host.on || daemons.now < host.listensFrom) return;
  if (each.state === 'BACKUP') {
    if (receiveAsBackup(daemons, each, message)) setTimer(daemons, each);
    else each.masterDown = Math.max(0, each.timer - daemons.now);
  } else if (each.state === 'MASTER') {
    if (receiveAsMaster(daemons, each, message)) {
      each.want = 'BACKUP';
      stateLeaveMaster(daemons, each);
      syncBackup(daemons, each);
    }
    setTimer(daemons, each);
  }
}

/** vrrp_state_backup(): whether its timer begins anew. */
function receiveAsBackup(daemons: Daemons, each: Instance, message: Message): boolean {
  const { preempt, preemptDelay, version } = each.config;
  if (each.config.base === 255 && each.priority === 254 && message.priority !== 255) {
    each.priority = 255;
  }
  if (message.priority === 0) {
    each.masterDown = ownSkew(each);
    return true;
  }
  const higher = message.priority >= each.priority;
  const waits = preemptDelay > 0 && (each.preemptAt === 0 || each.preemptAt > daemons.now);
  if (preempt && !higher && !waits) return false;
  if (version === 3) each.masterInterval = message.interval;
  each.masterDown = masterDown(each);
  if (preemptDelay > 0) {
    if (higher) each.preemptAt = 0;
    else if (each.preemptAt === 0) each.preemptAt = daemons.now + seconds(preemptDelay);
  }
  each.want = 'BACKUP';
  return true;
}

/** vrrp_state_master_rx(): whether it steps down. */
function receiveAsMaster(daemons: Daemons, each: Instance, message: Message): boolean {
  if (message.priority === 0) {
    send(daemons, each, each.priority);
    return false;
  }
  const order = message.priority - each.priority || compareAddresses(daemons, message, each);
  if (message.priority === 255 && each.priority === 255 && order < 0) {
    if (each.rogueUntil > daemons.now) {
      each.rogueUntil = 0;
      each.priority = 254;
      return true;
    }
    if (each.rogueAdverts === 0) each.rogueAdverts = 2;
  }
  if (order < 0) send(daemons, each, each.priority);
  if (order > 0 && each.config.version === 3) each.masterInterval = message.interval;
  return order > 0;
}

/** Above 0 when the sender's address is the higher one. */
function compareAddresses(daemons: Daemons, message: Message, each: Instance): number {
  const sender = at(daemons.instances, message.from).config.address;
  const own = each.config.address;
  if (sender !== undefined && own !== undefined) return sender < own ? -1 : Number(sender > own);
  const { from, to } = message;
  if (isLower(daemons, from, to)) return -1;
  if (isLower(daemons, to, from)) return 1;
  const isHigher = daemons.choose(2, `${from} ${to}`) === 0;
  daemons.addresses.add(isHigher ? `${to}<${from}` : `${from}<${to}`);
  return isHigher ? 1 : -1;
}

/** Whether it follows from what chance said before, and from the addresses that are known. */
function isLower(daemons: Daemons, one: number, other: number, seen = new Set<number>()): boolean {
  seen.add(one);
  return daemons.instances.some((each, index) => {
    if (seen.has(index) || each.router !== at(daemons.instances, one).router) return false;
    const address = at(daemons.instances, one).config.address;
    const known = address !== undefined && each.config.address !== undefined;
    const lower = known
      ? address < (each.config.address ?? '')
      : daemons.addresses.has(`${one}<${index}`);
    return lower && (index === other || isLower(daemons, index, other, seen));
  });
}

/* Time. */

/** The moment at which something happens next; Infinity when all is silent for ever. */
export function nextMoment({ instances, messages }: Daemons): number {
  let next = Infinity;
  for (const { timer } of instances) if (timer < next) next = timer;
  const [message] = messages;
  return message && message.at < next ? message.at : next;
}

/** Lets happen what happens at that moment. */
export function playMoment(daemons: Daemons): void {
  daemons.now = Math.max(daemons.now, nextMoment(daemons));
  // Messages take equally long, so that they arrive in the order in which they were sent.
  const [message] = daemons.messages;
  if (message && message.at <= daemons.now) {
    daemons.messages.shift();
    receive(daemons, message);
    return;
  }
  let due = daemons.instances.filter((each) => each.timer <= daemons.now);
  const racing = racers(daemons, due);
  if (racing.length > 1) {
    const nodes = [...new Set(racing.map(({ config }) => config.node))];
    const first = daemons.choose(nodes.length + 1, 'race');
    for (const each of racing) {
      each.timer =
        daemons.now + (first === nodes.length || each.config.node === nodes[first] ? 0 : late);
    }
    due = [...new Set([...due, ...racing])].filter((each) => each.timer <= daemons.now);
  }
  for (const each of due) if (each.timer <= daemons.now) expire(daemons, each);
}

/** Backups on several nodes whose timers run out so close together that nobody can tell the first. */
function racers(daemons: Daemons, due: readonly Instance[]): readonly Instance[] {
  const until = daemons.now + tie;
  const starts = (each: Instance): boolean =>
    each.state === 'BACKUP' && !(each.group !== undefined && each.want === 'MASTER');
  if (!due.some(starts)) return [];
  const soon = daemons.instances.filter((each) => each.timer <= until && starts(each));
  return soon.filter((each) =>
    soon.some(
      (other) =>
        other.config.node !== each.config.node &&
        (each.group !== undefined ||
          other.group !== undefined ||
          each.heardBy.includes(daemons.instances.indexOf(other)) ||
          other.heardBy.includes(daemons.instances.indexOf(each))),
    ),
  );
}

/** vrrp_dispatcher_read_timeout() */
function expire(daemons: Daemons, each: Instance): void {
  if (each.state === 'BACKUP') {
    stateGotoMaster(daemons, each);
    if (each.state !== 'BACKUP') syncMaster(daemons, each);
    else setTimer(daemons, each);
  } else if (each.state === 'MASTER') {
    // vrrp_state_master_tx()
    send(daemons, each, each.priority);
    if (each.rogueAdverts > 0 && --each.rogueAdverts === 0) {
      each.rogueUntil = daemons.now + Math.floor(seconds(each.config.advertInterval) * 1.2);
    }
    setTimer(daemons, each);
  }
}

/* What there is to see. */

/** Names of the nodes that are master of a router, in the model's order. */
export function mastersOf({ model, instances }: Daemons, router: number): readonly string[] {
  return instances
    .filter((each) => each.router === router && each.state === 'MASTER')
    .map(({ config }) => at(model.nodes, config.node).name);
}

/**
 * Everything that decides what happens from now on, with times from now: equal ones have one future.
 * Differences below `grain` microseconds are passed over.
 */
export function situation(daemons: Daemons, grain = 1): string {
  const { instances, now, groups, hosts, messages } = daemons;
  const left = (moment: number): number => Math.round((moment - now) / grain);
  const parts = instances.map((each) => {
    const { state, want, priority, timer, masterDown: down, masterInterval, preemptAt } = each;
    // A member that waits for its group does nothing when its timer runs out.
    const waiting = state === 'BACKUP' && want === 'MASTER' && each.group !== undefined;
    const length = state === 'MASTER' ? 0 : Math.round(down / grain);
    const until = waiting ? 'waits' : `${left(timer)} ${length}`;
    const rest = preemptAt > now ? left(preemptAt) : Number(preemptAt > 0);
    const rogue = `${each.rogueAdverts} ${Math.max(0, left(each.rogueUntil))}`;
    return `${state} ${want} ${priority} ${until} ${masterInterval} ${rest} ${rogue}`;
  });
  const states = groups.map(({ state }) => state);
  const deaf = hosts.map(({ on, listensFrom }) => (on ? Math.max(0, left(listensFrom)) : 0));
  const underway = messages.map(({ from, to, priority }) => `${from} ${to} ${priority}`);
  return [...parts, ...states, ...deaf, ...underway].join('\n');
}
