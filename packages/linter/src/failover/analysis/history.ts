import { situationOf, type Situation } from '../election/conditions.ts';
import type { Contest, Contestant } from '../election/contest.ts';
import { settle } from '../election/election.ts';
import { formatFault, isOff, type Fault } from '../model/faults.ts';
import type { Bounds, FailoverModel, ModelNode } from '../model/model.ts';
import { either } from '../election/moment.ts';
import { takeoverTime } from '../election/takeover.ts';

/** Where a contest can stand: more than one state when chance, or the order of events, has decided. */
export interface Stage {
  readonly faults: readonly Fault[];
  readonly situation: Situation;
  /** The masters of each state, as indices of units; none when masters change for ever. */
  readonly states: readonly (readonly number[])[];
}

/** A stage, and how long it took to get there from the one before. */
export interface Passage {
  readonly stage: Stage;
  /** Of a virtual router; undefined when it has no new master. */
  readonly takeover: (router: number) => Bounds | undefined;
}

/** All nodes have started at the same moment, and nothing is broken. */
export function startOf(model: FailoverModel, contest: Contest): Stage {
  const situation = situationOf(model, contest, []);
  // Only the owner with `state MASTER` does not wait (vrrp_init_state() in vrrp_scheduler.c).
  const starters = contest.units
    .filter(({ members }) =>
      members.every(
        ({ index, member }) => member.startsAsMaster && situation.priorities[index] !== 0,
      ),
    )
    .map(({ index }) => index);
  const states = settle(contest, situation, starters, undefined).map(({ masters }) => masters);
  return { faults: [], situation, states };
}

/**
 * Goes from a stage to other faults, which all come and go at the same moment. On a node that starts, BFD
 * sessions are down until they are up (initialise_track_bfd_state() in keepalived/vrrp/vrrp_track.c): what that
 * decides can remain.
 */
export function goTo(
  model: FailoverModel,
  contest: Contest,
  from: Stage,
  faults: readonly Fault[],
): Passage {
  const direct = passTo(model, contest, from, faults);
  const sessions = sessionsDownAtStart(model, contest, from.faults, faults);
  if (sessions.length === 0) return direct;
  const first = passTo(model, contest, from, [...faults, ...sessions]);
  const { stage } = merged([direct, passTo(model, contest, first.stage, faults)]);
  const remains = stage.states.length > direct.stage.states.length;
  return {
    stage,
    takeover: (router) => direct.takeover(router) ?? (remains ? first.takeover(router) : undefined),
  };
}

/** Those of nodes that start, when they can stay down for longer than an instance listens. */
function sessionsDownAtStart(
  { nodes }: FailoverModel,
  { contestants }: Contest,
  before: readonly Fault[],
  after: readonly Fault[],
): readonly Fault[] {
  const hasOff = (faults: readonly Fault[], name: string): boolean =>
    faults.some((fault) => isOff(fault) && fault.node === name);
  return nodes.flatMap(({ name: node, items }, index) =>
    !hasOff(before, node) || hasOff(after, node)
      ? []
      : items.flatMap(({ kind, name, recovery }, item): readonly Fault[] => {
          const isDown = after.some(
            (each) => each.kind === 'bfd' && each.node === node && each.name === name,
          );
          const matters = contestants.some(
            ({ node: own, member: { trackers, downTimerAdverts, advertInterval } }) =>
              own === index &&
              downTimerAdverts * advertInterval < recovery.max &&
              trackers.some((tracker) => tracker.item === item && tracker.weight !== 0),
          );
          return kind === 'bfd' && matters && !isDown ? [{ kind, node, name }] : [];
        }),
  );
}

function passTo(
  model: FailoverModel,
  contest: Contest,
  from: Stage,
  faults: readonly Fault[],
): Passage {
  const situation = situationOf(model, contest, faults);
  const changedAt = changesBetween(model, from, { faults, situation });
  const transitions = from.states.flatMap((mastersBefore) =>
    settle(contest, situation, mastersBefore, from.situation).map((settled) => ({
      ...{ contest, situation, before: from.situation, changedAt, ...settled },
      mastersBefore: mastersBefore.flatMap((unit) => contest.units[unit] ?? []),
    })),
  );
  const states = new Map(transitions.map(({ masters }) => [masters.join(), masters] as const));
  return {
    stage: { faults, situation, states: [...states.values()] },
    takeover: (router) => either(transitions.flatMap((each) => takeoverTime(each, router) ?? [])),
  };
}

/** Every way to some faults: all at the same moment, or one after the other in any order. */
export function reach(
  model: FailoverModel,
  contest: Contest,
  start: Stage,
  faults: readonly Fault[],
): Passage {
  if (faults.length < 2) return goTo(model, contest, start, faults);
  return merged([
    goTo(model, contest, start, faults),
    ...faults.map((last) => {
      const others = faults.filter((each) => each !== last);
      return goTo(model, contest, reach(model, contest, start, others).stage, faults);
    }),
  ]);
}

/** Every way back from some faults to none. */
export function recover(model: FailoverModel, contest: Contest, from: Stage): Passage {
  const { faults } = from;
  const atOnce = goTo(model, contest, from, []);
  if (faults.length < 2) return atOnce;
  return merged([
    atOnce,
    ...faults.map((first) => {
      const others = faults.filter((each) => each !== first);
      return recover(model, contest, goTo(model, contest, from, others).stage);
    }),
  ]);
}

/** Ways that lead to the same faults. */
function merged(passages: readonly [Passage, ...Passage[]]): Passage {
  const states = new Map(
    passages.flatMap(({ stage }) => stage.states.map((state) => [state.join(), state] as const)),
  );
  return {
    stage: { ...passages[0].stage, states: [...states.values()] },
    takeover: (router) => either(passages.flatMap(({ takeover }) => takeover(router) ?? [])),
  };
}

/** When keepalived acts on what is different for each contestant. */
function changesBetween(
  model: FailoverModel,
  before: Pick<Stage, 'faults' | 'situation'>,
  after: Pick<Stage, 'faults' | 'situation'>,
): (contestant: Contestant) => Bounds {
  const times = new Map<number, Bounds>();
  const keysBefore = new Set(before.faults.map(formatFault));
  const keysAfter = new Set(after.faults.map(formatFault));
  const timeOn = (index: number): Bounds => {
    const node = model.nodes[index];
    if (!node) return atOnce;
    const own = (fault: Fault): boolean => fault.kind !== 'link' && fault.node === node.name;
    const came = after.faults.filter((each) => own(each) && !keysBefore.has(formatFault(each)));
    const went = before.faults.filter((each) => own(each) && !keysAfter.has(formatFault(each)));
    const bounds = either([
      ...came.map((fault) => detectionOf(node, fault)),
      ...went.map((fault) => recoveryOf(model, index, node, fault)),
    ]);
    return bounds ?? atOnce;
  };
  return ({ index, node }) => {
    const [old, current] = [before, after].map(({ situation }) => situation.conditions[index]);
    const isSame = old?.standing === current?.standing && old?.isCutOff === current?.isCutOff;
    if (isSame) return atOnce;
    const time = times.get(node) ?? timeOn(node);
    times.set(node, time);
    return time;
  };
}

const atOnce: Bounds = { min: 0, max: 0 };

function detectionOf({ items }: ModelNode, fault: Fault): Bounds {
  if (!('name' in fault)) return atOnce;
  const item = items.find(({ kind, name }) => kind === fault.kind && name === fault.name);
  return item?.detection ?? atOnce;
}

/**
 * A node that starts again takes part when its scripts have answered (initialise_track_script_state()), and its
 * BFD sessions are up (initialise_track_bfd_state() in keepalived/vrrp/vrrp_track.c). A script whose failure only
 * lowers the priority is taken to be well until it has answered.
 */
function recoveryOf(
  { routers }: FailoverModel,
  index: number,
  { items, startupDelay }: ModelNode,
  fault: Fault,
): Bounds {
  if ('name' in fault) {
    const item = items.find(({ kind, name }) => kind === fault.kind && name === fault.name);
    return item?.recovery ?? atOnce;
  }
  const members = routers.flatMap((router) => router.members).filter(({ node }) => node === index);
  const trackers = members.flatMap((member) => member.trackers);
  const awaited = items.filter(
    ({ kind }, place) =>
      kind === 'bfd' ||
      (kind === 'script' &&
        trackers.some(({ item, weight, reverse }) => item === place && (weight >= 0 || reverse))),
  );
  return {
    min: startupDelay,
    max: startupDelay + Math.max(0, ...awaited.map(({ recovery }) => recovery.max)),
  };
}
