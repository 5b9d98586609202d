import { hearsIn, priorityIn, takesPart, type Situation } from './conditions.ts';
import type { Contest, Contestant, Unit } from './contest.ts';
import type { Bounds } from '../model/model.ts';
import { boundsOf, either, latest, now, plus, momentIn, upTo, type Moment } from './moment.ts';
import { masterDownInterval, skewTime } from './timers.ts';

/** A step on the way to a settled state. */
export type Move =
  /** A master stops, or goes to FAULT. */
  | { readonly kind: 'ends'; readonly unit: Unit }
  /** A master becomes backup because it hears a better one. */
  | Yield
  | { readonly kind: 'takes'; readonly unit: Unit };

export interface Yield {
  readonly kind: 'yields';
  readonly unit: Unit;
  readonly to: Unit;
  /** Whose advertisement it heard; undefined when several can have been the first. */
  readonly by: Contestant | undefined;
}

/** A move, and when it comes. */
export interface TimedMove {
  readonly move: Move;
  readonly at: Moment;
}

/** What decides whose timer runs out first. */
export interface Race {
  readonly contest: Contest;
  readonly situation: Situation;
  /** The situation before something happened; undefined when all nodes are just starting. */
  readonly before: Situation | undefined;
  readonly mastersBefore: readonly Unit[];
  /** When keepalived acts on what is different for a contestant. */
  readonly changedAt: (contestant: Contestant) => Bounds;
}

/** When a move comes after those before it. */
export function momentOf(race: Race, earlier: readonly TimedMove[], move: Move): Moment {
  switch (move.kind) {
    case 'ends':
      return momentIn(latest(move.unit.members.map(race.changedAt)) ?? atOnce, 'ends');
    case 'takes':
      return dueOfUnit(race, earlier, move.unit);
    case 'yields':
      // One that has just become master says so at once, others at their next advertisement.
      return lastOf(earlier, 'takes', move.to)?.at ?? answerOf(move.to, earlier.length);
  }
}

const atOnce: Bounds = { min: 0, max: 0 };

function answerOf({ members }: Unit, place: number): Moment {
  const interval = Math.max(...members.map(({ member }) => member.advertInterval));
  return upTo(plus(now, interval), interval, `answer, move ${place}`);
}

function lastOf(
  moves: readonly TimedMove[],
  kind: Move['kind'],
  unit: Unit | undefined,
): TimedMove | undefined {
  return moves.findLast(({ move }) => move.kind === kind && move.unit === unit);
}

/** A group waits for its last member: vrrp_sync_can_goto_master() in keepalived/vrrp/vrrp_sync.c. */
export function dueOfUnit(race: Race, moves: readonly TimedMove[], { members }: Unit): Moment {
  const due = members.flatMap((own) => dueOf(race, moves, own));
  return due.length === 0 ? now : due;
}

/** A timer begins anew, with so many seconds. */
interface Reset {
  readonly at: Moment;
  readonly wait: number;
}

/**
 * When the timer of a backup runs out, after some moves. No point at all for a member of a sync group whose
 * timer has run out already, and that waits for the others.
 */
function dueOf(race: Race, moves: readonly TimedMove[], own: Contestant): Moment {
  const due = dueAfter(resetsOf(race, moves, own), own);
  return own.member.preemptDelay > 0 ? delayed(race, moves, own, due) : due;
}

/** The last reset counts. Which one that is need not be known while all of them are equally long. */
function dueAfter(resets: readonly Reset[], own: Contestant): Moment {
  const dues = resets.map(({ at, wait }) => plus(at, wait));
  const waits = resets.map(({ wait }) => wait);
  const [least, most] = [Math.min(...waits), Math.max(...waits)];
  if (resets.length === 0 || least === most) return dues.flat();
  const name = `interval of ${own.index}`;
  const [{ at } = { at: now }] = resets;
  if (resets.every((each) => each.at === at)) return upTo(plus(at, most), most - least, name);
  return momentIn(either(dues.map(boundsOf)) ?? atOnce, name);
}

function resetsOf(race: Race, moves: readonly TimedMove[], own: Contestant): readonly Reset[] {
  const yielded = moves.findLastIndex(
    ({ move }) => move.kind === 'yields' && move.unit.index === own.unit,
  );
  const { at } = moves[yielded] ?? {};
  let resets = at ? resetsAfterYield(race, at, own) : resetsBeforeMoves(race, own);
  for (const [place, { move, at: moment }] of moves.entries()) {
    const master = memberIn(move.unit, own.router);
    if (place <= yielded || !master) continue;
    if (move.kind === 'takes') {
      const first = resetsBy(race, own, master, moment);
      if (first.length > 0) resets = first;
    } else if (move.kind === 'yields') {
      const last = lastAdvertisement(moment, master, ` before ${place}`);
      const better = resetsBy(race, own, move.by, moment);
      resets = [...resets, ...resetsBy(race, own, master, last), ...better];
    }
  }
  return resets;
}

/** What an advertisement does to the timer of a backup that accepts it. */
function resetsBy(
  race: Race,
  own: Contestant,
  master: Contestant | undefined,
  at: Moment,
): readonly Reset[] {
  if (!master || !holds(race.situation, master, own)) return [];
  return [{ at, wait: waitOf(race, own, intervalFrom(own, master)) }];
}

/** Up to one interval before something; `when` tells apart what does not come with the event. */
function lastAdvertisement(before: Moment, master: Contestant, when = ''): Moment {
  return upTo(before, master.member.advertInterval, `${master.rhythm}${when}`);
}

/**
 * preempt_delay runs from the first advertisement of lower priority. Until it has passed, advertisements are
 * accepted, and each makes the whole wait begin again (vrrp_state_backup()).
 */
function delayed(race: Race, moves: readonly TimedMove[], own: Contestant, due: Moment): Moment {
  const { situation, mastersBefore } = race;
  const heardIn = (units: readonly Unit[]): readonly Contestant[] =>
    units
      .flatMap((unit) => memberIn(unit, own.router) ?? [])
      .filter((master) => master !== own && hearsIn(situation, own, master));
  const masters = heardIn(mastersAfter(mastersBefore, moves));
  if (masters.length === 0 || masters.some((master) => holds(situation, master, own))) return due;
  // It waits for its group, and the delay has passed.
  if (due.length === 0 && heardIn(mastersBefore).length > 0) return due;
  const delays = masters.flatMap((master) => dueAfterDelay(race, moves, own, master));
  const sooner = boundsOf(due).min;
  const { min, max } = boundsOf(delays);
  // The skew after priority 0 can pass before the first advertisement comes.
  return goodbyeTo(race, own) && sooner < min
    ? momentIn({ min: sooner, max }, `skew of ${own.index}`)
    : delays;
}

function dueAfterDelay(
  race: Race,
  moves: readonly TimedMove[],
  own: Contestant,
  master: Contestant,
): Moment {
  const { preemptDelay: delay } = own.member;
  const { advertInterval: interval } = master.member;
  const most = Math.floor(delay / interval);
  const wait = most * interval + waitOf(race, own, intervalFrom(own, master));
  const due = plus(firstHeard(race, moves, own, master), wait);
  // One that comes just when the delay ends is accepted or not.
  return most * interval < delay ? due : upTo(due, interval, 'end of delay');
}

/** When it hears a master for the first time after it could last have begun to wait. */
export function firstHeard(
  race: Race,
  moves: readonly TimedMove[],
  own: Contestant,
  master: Contestant,
): Moment {
  const { before, changedAt } = race;
  const { advertInterval: interval } = master.member;
  const since = moves.findLastIndex(
    ({ move: { kind, unit } }) =>
      (kind === 'takes' && unit.index === master.unit) ||
      (kind === 'yields' && unit.index === own.unit),
  );
  const { move, at } = moves[since] ?? {};
  if (at && move?.kind === 'takes') return at;
  const next = (after: Moment): Moment =>
    upTo(plus(after, interval), interval, `${master.rhythm} after ${since}`);
  if (at) return next(at);
  const isNew = !before || priorityIn(before, own) === 0;
  // Between two of those that it accepted it may have heard the other one before anything happened.
  const silences = isNew ? [] : silencesBefore(race, before, own, master);
  if (silences.length > 0) return next(silences);
  const change = latest(isNew ? [changedAt(own)] : [changedAt(own), changedAt(master)]) ?? atOnce;
  if (change.max > 0) return next(momentIn(change, 'change'));
  // A master answers to priority 0 at once (vrrp_state_master_rx()).
  const answer = isNew ? undefined : goodbyeTo(race, master);
  return answer ?? plus(lastAdvertisement(now, master), interval);
}

/**
 * The last advertisements of the masters that it accepted, where it heard another one of lower priority besides.
 * Each of them ends the delay that the other one begins (vrrp_state_backup()).
 */
function silencesBefore(race: Race, before: Situation, own: Contestant, lower: Contestant): Moment {
  if (!hearsIn(before, own, lower) || holds(before, lower, own)) return [];
  return mastersAccepted(race, before, own).flatMap((master) => silenceOf(race, own, master));
}

/** The masters after some moves. */
export function mastersAfter(
  masters: readonly Unit[],
  moves: readonly TimedMove[],
): readonly Unit[] {
  const after = new Set(masters);
  for (const {
    move: { kind, unit },
  } of moves) {
    if (kind === 'takes') after.add(unit);
    else after.delete(unit);
  }
  return [...after];
}

function memberIn({ members }: Unit, router: number): Contestant | undefined {
  return members.find((each) => each.router === router);
}

/** The interval with which a backup counts: version 3 learns it from the master, version 2 has its own. */
function intervalFrom({ member }: Contestant, master: Contestant): number {
  return member.version === 3 ? master.member.advertInterval : member.advertInterval;
}

function waitOf({ situation }: Race, own: Contestant, interval: number): number {
  return masterDownInterval(own.member, priorityIn(situation, own), interval);
}

/** Its whole master-down interval. What interval it has learnt in the past is not known. */
function resetsAfterYield(race: Race, at: Moment, own: Contestant): readonly Reset[] {
  const { member, router } = own;
  const rivals =
    member.version === 2
      ? [own]
      : race.contest.contestants.filter((each) => each.router === router);
  return rivals.map((each) => ({ at, wait: waitOf(race, own, each.member.advertInterval) }));
}

/** What set the timer that ran already when something happened, or that began then. */
function resetsBeforeMoves(race: Race, own: Contestant): readonly Reset[] {
  const { situation, before, changedAt } = race;
  const { member } = own;
  if (!before || priorityIn(before, own) === 0) {
    const at = momentIn(changedAt(own), `start of node ${own.node}`);
    if (member.startsAsMaster && isStarting(before, own)) return [{ at, wait: 0 }];
    const most = isStarting(before, own) ? mostStretch(race, own) : 0;
    const stretched = upTo(plus(at, most), most, `stretched delay of ${own.index}`);
    return [{ at: stretched, wait: waitOf(race, own, member.advertInterval) }];
  }
  const masters = mastersAccepted(race, before, own);
  const goodbye = masters.length > 0 ? goodbyeTo(race, own) : undefined;
  return masters.map((master) => {
    const interval = intervalFrom(own, master);
    // Priority 0 makes a backup wait for the skew only (vrrp_state_backup()).
    return goodbye
      ? { at: goodbye, wait: skewTime(member, priorityIn(situation, own), interval) }
      : { at: silenceOf(race, own, master), wait: waitOf(race, own, interval) };
  });
}

/**
 * By how much discarded advertisements make the startup delay longer at most: each by what is left of it, the
 * first one at its beginning.
 */
function mostStretch({ situation, mastersBefore }: Race, own: Contestant): number {
  const { startupDelay: delay, isDelayStretched } = own;
  if (!isDelayStretched || delay === 0) return 0;
  const intervals = mastersBefore
    .flatMap((unit) => memberIn(unit, own.router) ?? [])
    .filter((master) => hearsIn(situation, own, master) && !holds(situation, master, own))
    .map(({ member }) => member.advertInterval);
  return intervals.reduce((total, interval) => {
    const adverts = Math.floor(delay / interval);
    return total + (adverts + 1) * delay - (interval * adverts * (adverts + 1)) / 2;
  }, 0);
}

/** The masters whose advertisements made its timer begin again. */
function mastersAccepted(
  { mastersBefore }: Race,
  before: Situation,
  own: Contestant,
): readonly Contestant[] {
  return mastersBefore.flatMap(({ members }) =>
    members.filter((master) => master.router === own.router && holds(before, master, own)),
  );
}

/** When it has heard priority 0; undefined if it has not. */
function goodbyeTo(race: Race, own: Contestant): Moment | undefined {
  const times = race.mastersBefore
    .filter((unit) => saysGoodbye(race, own, unit))
    .map(({ members }) => latest(members.map(race.changedAt)) ?? atOnce);
  const end = latest(times);
  return end && momentIn(end, 'ends');
}

function saysGoodbye({ situation, before }: Race, own: Contestant, unit: Unit): boolean {
  if (!before || takesPart(situation, unit)) return false;
  const sender = memberIn(unit, own.router);
  return (
    sender !== undefined &&
    hearsIn(before, own, sender) &&
    situation.conditions[sender.index]?.isCutOff === false
  );
}

/** The last advertisement that it has accepted of a master, up to one interval before a change. */
function silenceOf({ situation, changedAt }: Race, own: Contestant, master: Contestant): Moment {
  const isCut =
    situation.conditions[master.index]?.isCutOff === true || !hearsIn(situation, own, master);
  const change = latest([changedAt(own), changedAt(master)]) ?? atOnce;
  return lastAdvertisement(isCut ? now : momentIn(change, 'change'), master);
}

/** Whether keepalived itself is just starting; its timers run from the end of vrrp_startup_delay. */
export function isStarting(before: Situation | undefined, { index }: Contestant): boolean {
  const standing = before?.conditions[index]?.standing;
  return standing !== 'FAULT' && typeof standing !== 'number';
}

/** vrrp_state_backup(): whether a master keeps a backup from becoming master. */
export function holds(situation: Situation, master: Contestant, own: Contestant): boolean {
  const [theirs, priority] = [priorityIn(situation, master), priorityIn(situation, own)];
  if (theirs === 0 || priority === 0 || !hearsIn(situation, own, master)) return false;
  return !own.member.preempt || theirs >= priority;
}
