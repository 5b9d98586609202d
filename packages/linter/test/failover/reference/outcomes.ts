import type { Event } from '../../../src/failover/model/faults.ts';
import type { FailoverModel } from '../../../src/failover/model/model.ts';
import {
  at,
  copyOf,
  daemonsOf,
  happen,
  mastersOf,
  nextMoment,
  playMoment,
  seconds,
  situation,
  startAll,
  type Daemons,
} from './daemons.ts';

/*
 * What can become of a cluster: the daemons are let run until nothing changes any more, once for each way in
 * which chance can decide and for each order in which the events can take effect.
 */

/** A way the cluster can be when all has settled. */
export interface Settled {
  readonly daemons: Daemons;
  /** Masters come and go without an end; they are those of some moment. */
  readonly cycles: boolean;
}

/** Whether events are let happen at one moment between advertisements, or at every one that can matter. */
export type Moments = 'some' | 'all';

/** So many ways to settle are too many for a cluster that is meant to be small. */
const maxWays = 1_000;

/** What has not come to rest after so many moments never will: some twenty minutes of a small cluster. */
const maxMoments = 5_000;

/** Every way in which the nodes can settle after they have started together. */
export function afterStart(model: FailoverModel): readonly Settled[] {
  const daemons = daemonsOf(model);
  return waysOf([daemons], (each) => startAll(each));
}

/**
 * Every way in which they can settle after the events have taken effect: all at one moment, or in groups with
 * enough time between them to settle, in each order.
 */
export function after(
  before: readonly Settled[],
  events: readonly Event[],
  moments: Moments = 'some',
): readonly Settled[] {
  const ends: Settled[] = [];
  for (const steps of orderedPartitions(events).flatMap((each) => withSessions(before, each))) {
    let ways = before;
    for (const step of steps) {
      ways = waysOf(
        ways.flatMap(({ daemons }) => (moments === 'all' ? momentsOf(daemons) : [daemons])),
        (daemons) => {
          for (const event of step) happen(daemons, event);
        },
      );
    }
    ends.push(...ways);
  }
  return distinct(ends);
}

/**
 * The steps, and if a node starts in one of them also with its BFD sessions down at first: they come up in a
 * while, in which a fast instance can have become master.
 */
function withSessions(
  [first]: readonly Settled[],
  steps: readonly (readonly Event[])[],
): readonly (readonly (readonly Event[])[])[] {
  if (!first) return [steps];
  const { model, hosts } = first.daemons;
  const isUp = new Map(
    model.nodes.map(({ items }, node) => [
      node,
      items.map((_, item) => at(hosts, node).status[item] === 1),
    ]),
  );
  let starts = false;
  const longer = steps.flatMap((step) => {
    for (const { change, fault } of step) {
      if (fault.kind !== 'bfd') continue;
      const node = model.nodes.findIndex(({ name }) => name === fault.node);
      const item = at(model.nodes, node).items.findIndex(
        ({ kind, name }) => kind === 'bfd' && name === fault.name,
      );
      const known = isUp.get(node);
      if (known) known[item] = change === 'repair';
    }
    const down = step.flatMap(({ change, fault }): readonly Event[] => {
      if (change === 'fail' || (fault.kind !== 'down' && fault.kind !== 'stop')) return [];
      const node = model.nodes.findIndex(({ name }) => name === fault.node);
      return at(model.nodes, node).items.flatMap(
        ({ kind, name, recovery }, item): readonly Event[] => {
          const isFast = model.routers.some(({ members }) =>
            members.some(
              (own) =>
                own.node === node &&
                own.downTimerAdverts * own.advertInterval < recovery.max &&
                own.trackers.some((tracker) => tracker.item === item && tracker.weight !== 0),
            ),
          );
          const wasUp = isUp.get(node)?.[item] === true;
          return kind === 'bfd' && isFast && wasUp
            ? [{ change: 'fail', fault: { kind, node: fault.node, name } }]
            : [];
        },
      );
    });
    if (down.length === 0) return [step];
    starts = true;
    return [[...step, ...down], down.map(({ fault }): Event => ({ change: 'repair', fault }))];
  });
  return starts ? [steps, longer] : [steps];
}

/** The sets of masters that a router can have, each once, with names parted by blanks. */
export function masterSets(ways: readonly Settled[], router: number): readonly string[] {
  return [...new Set(ways.map(({ daemons }) => mastersOf(daemons, router).join(' ')))].sort();
}

/** Lists of groups that hold every element once. */
export function orderedPartitions<T>(
  elements: readonly T[],
): readonly (readonly (readonly T[])[])[] {
  const [first, ...rest] = elements;
  if (first === undefined) return [[]];
  return orderedPartitions(rest).flatMap((groups) => [
    ...groups.map((_, index) =>
      groups.map((group, other) => (index === other ? [first, ...group] : group)),
    ),
    ...Array.from({ length: groups.length + 1 }, (_, index) => [
      ...groups.slice(0, index),
      [first],
      ...groups.slice(index),
    ]),
  ]);
}

/** At which places of the interval of one master another one can be, near both ends too. */
const offsets = [0.002, 0.3, 0.7, 0.998];

/** So close to an advertisement, before or after it, that hardly a timer runs out in between. */
const close = 1_000;

/**
 * The same cluster at other moments: right before and right after each advertisement, as what happens in
 * between differs from one of these in the time that it takes only. Several masters advertise in rhythms of
 * their own, as nothing keeps them together, so that one may be at any place of the other's interval. What a
 * sync group sends on one interface begins together, and what is due together on one socket stays so
 * (vrrp_dispatcher_read_timeout()).
 */
function momentsOf(daemons: Daemons): readonly Daemons[] {
  const masters = [...daemons.instances.entries()].filter(([, { state }]) => state === 'MASTER');
  if (masters.length === 0) return [daemons];
  const rhythmOf = masters.map(
    ([, { config, group, router }]) =>
      `${group ?? `router ${router}`} ${config.node} ${config.interface}`,
  );
  const rhythms = [...new Set(rhythmOf)];
  const intervals = masters.map(([, { config }]) => seconds(config.advertInterval));
  const longest = Math.max(...intervals);
  // Which of those that are due together is sent first differs with what happened before.
  const orders = rhythms.length < masters.length ? [1, -1] : [1];
  const variants = combinations(rhythms.length - 1, offsets).flatMap((shifts) =>
    orders.map((order) => ({ shifts, order })),
  );
  return variants.flatMap(({ shifts, order }) => {
    const copy = copyOf(daemons);
    masters.forEach(([index], master) => {
      const shift = shifts[rhythms.indexOf(rhythmOf[master] ?? '') - 1] ?? 0;
      const rank = order > 0 ? master : masters.length - master;
      at(copy.instances, index).timer += Math.floor(Math.min(...intervals) * shift) + rank;
    });
    wait(copy, 4 * longest);
    const moments: Daemons[] = [];
    const until = copy.now + longest + 2 * close;
    for (let next = nextBeat(copy); next < until; next = nextBeat(copy)) {
      for (const moment of [next - close, next + close]) {
        wait(copy, Math.max(0, moment - copy.now));
        moments.push(copyOf(copy));
      }
    }
    return moments;
  });
}

/** When a master advertises next. */
function nextBeat({ instances }: Daemons): number {
  return Math.min(...instances.map(({ state, timer }) => (state === 'MASTER' ? timer : Infinity)));
}

/** Lists of so many elements. */
function combinations<T>(length: number, elements: readonly T[]): readonly (readonly T[])[] {
  if (length === 0) return [[]];
  return combinations(length - 1, elements).flatMap((list) =>
    elements.map((element) => [...list, element]),
  );
}

/** Lets time go by. */
export function wait(daemons: Daemons, microseconds: number): void {
  const until = daemons.now + Math.floor(microseconds);
  while (nextMoment(daemons) < until) playMoment(daemons);
  daemons.now = until;
}

function waysOf(before: readonly Daemons[], act: (daemons: Daemons) => void): readonly Settled[] {
  return distinct(before.flatMap((daemons) => everyWay(daemons, act)));
}

/** Thrown where chance is asked the same in the same situation again: what follows is known. */
const seenBefore = Symbol('seen before');

/** Acts, and lets the daemons settle, once for each combination of what chance can answer. */
function everyWay(before: Daemons, act: (daemons: Daemons) => void): readonly Settled[] {
  const results: Settled[] = [];
  const asked = new Set<string>();
  const open: (readonly number[])[] = [[]];
  for (let given = open.pop(); given; given = open.pop()) {
    if (results.length > maxWays) throw new Error('too many ways in which this can go on');
    const answers = [...given];
    let questions = 0;
    const daemons: Daemons = copyOf(before);
    daemons.choose = (options, question) => {
      if (questions === answers.length) {
        const where = `${question}\n${situation(daemons, 1_000)}`;
        if (asked.has(where)) throw seenBefore;
        asked.add(where);
        for (let other = 1; other < options; other += 1) open.push([...answers, other]);
        answers.push(0);
      }
      questions += 1;
      return answers[questions - 1] ?? 0;
    };
    try {
      act(daemons);
      results.push({ daemons, cycles: !settle(daemons) });
    } catch (error) {
      if (error !== seenBefore) throw error;
    }
  }
  return results;
}

/** Lets time go by until nothing changes any more. False when the same changes come again and again. */
export function settle(daemons: Daemons): boolean {
  const seen = new Map<string, number>();
  const { choose } = daemons;
  daemons.choose = (options, question) => {
    // What was before chance decided need not come again.
    seen.clear();
    return choose(options, question);
  };
  for (let moment = 0; moment < maxMoments; moment += 1) {
    const next = nextMoment(daemons);
    if (next === Infinity) {
      // What comes after this comes when all have begun to listen.
      const listening = daemons.hosts.map(({ on, listensFrom }) => (on ? listensFrom : 0));
      daemons.now = Math.max(daemons.now, ...listening);
      return true;
    }
    // Just before a master advertises, which every stable situation but an empty one comes back to.
    const beats = daemons.instances.some((each) => each.timer === next && each.state === 'MASTER');
    if (beats && daemons.messages.length === 0) {
      const now = situation({ ...daemons, now: next });
      const before = seen.get(now);
      if (before !== undefined) return daemons.instances.every(({ since }) => since <= before);
      seen.set(now, daemons.now);
    }
    playMoment(daemons);
  }
  return false;
}

function distinct(ways: readonly Settled[]): readonly Settled[] {
  const byKind = new Map<string, Settled>();
  for (const way of ways) {
    const { instances } = way.daemons;
    const key = instances.map((each) => `${each.state} ${each.want} ${each.masterInterval}`).join();
    byKind.set(`${key} ${[...way.daemons.addresses].sort().join()}`, way);
  }
  return [...byKind.values()];
}
