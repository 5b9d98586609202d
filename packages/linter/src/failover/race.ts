import type { Contest, Contestant, Unit } from './contest.ts';
import { hearsIn, priorityIn, takesPart, type Situation } from './conditions.ts';
import { masterDownInterval, skewTime } from './timers.ts';

/** What decides whose timer runs out first. */
export interface Race {
  readonly contest: Contest;
  readonly situation: Situation;
  /** The situation before something happened; undefined when all nodes are just starting. */
  readonly before: Situation | undefined;
  readonly mastersBefore: readonly Unit[];
}

/**
 * Of the backups that become master, those whose timers run out first, or may do so. Empty when none becomes
 * master.
 */
export function wantsToTake(race: Race, masters: readonly Unit[]): readonly Unit[] {
  const { contest, situation } = race;
  const holders = masters.flatMap(({ members }) => members);
  const timers = contest.units
    .filter(
      (unit) =>
        !masters.includes(unit) &&
        takesPart(situation, unit) &&
        unit.members.every((member) => isFree(situation, member, holders)),
    )
    .map((unit) => timerOf(race, unit, holders));
  const earliest = Math.min(...timers.map(({ due }) => due));
  const isEarly = contest.isOpen
    ? ({ due }: Timer): boolean => due <= earliest + precision
    : (timer: Timer): boolean => !timers.some((other) => isBefore(other, timer));
  return timers.filter(isEarly).map(({ unit }) => unit);
}

/** Seconds; only equal times are closer to each other. */
const precision = 1e-9;

/** When a unit becomes master, if nothing comes before. */
interface Timer {
  readonly unit: Unit;
  /** Seconds, counted from the last advertisement that it has accepted, or from its start. */
  readonly due: number;
  /** How much earlier that can be, because the advertisement came a part of an interval ago. */
  readonly earlier: number;
  /** Whose advertisements it counts from; timers with the same rhythm can be compared exactly. */
  readonly rhythm: string;
  /** Of its members that decide, by virtual router. */
  readonly waits: ReadonlyMap<number, number>;
}

function timerOf(race: Race, unit: Unit, holders: readonly Contestant[]): Timer {
  const reluctant = unit.members.filter((member) => !isWaitingForGroup(race, member));
  const others = reluctant.filter((member) => !wantsFromStart(race, member));
  // When all want to be master from the start, the first timer is enough.
  const awaited = others.length > 0 ? others : reluctant;
  const decide = others.length > 0 ? Math.max : Math.min;
  const heard = race.mastersBefore.filter(({ members }) =>
    awaited.some((own) =>
      members.some((master) => hearsIn(race.before ?? race.situation, own, master)),
    ),
  );
  return {
    unit,
    due: awaited.length > 0 ? decide(...awaited.map((member) => waitOf(race, member, holders))) : 0,
    earlier: Math.max(0, ...awaited.map((member) => intervalOf(race, member))),
    rhythm: heard.map(({ index }) => index).join(),
    waits: new Map(awaited.map((own) => [own.router, waitOf(race, own, holders)])),
  };
}

/**
 * Members of a sync group that need not wait for the end of their own timer: `state MASTER` makes them want to
 * be master before anything is heard (vrrp_sync_can_goto_master()).
 */
export function wantsFromStart({ before }: Race, own: Contestant): boolean {
  const isNew = !before || priorityIn(before, own) === 0;
  return own.member.startsAsMaster && isNew && isStarting(before, own);
}

function isBefore(a: Timer, b: Timer): boolean {
  if (a.rhythm === b.rhythm) return a.due < b.due - precision;
  // In one virtual router all count from the same advertisement.
  const isAhead = [...a.waits].every(
    ([router, wait]) => wait < (b.waits.get(router) ?? 0) - precision,
  );
  return isAhead || a.due < b.due - b.earlier;
}

/** vrrp_state_backup(): whether no master that it hears keeps it backup. */
export function isFree(
  situation: Situation,
  member: Contestant,
  holders: readonly Contestant[],
): boolean {
  return holders.every(
    (holder) =>
      !hearsIn(situation, member, holder) ||
      (member.member.preempt && priorityIn(situation, holder) < priorityIn(situation, member)),
  );
}

/**
 * Whether a member of a sync group was already waiting for the others: its own timer has run out, and it does
 * not run again (vrrp_sync_can_goto_master() in keepalived/vrrp/vrrp_sync.c).
 */
export function isWaitingForGroup({ before, mastersBefore }: Race, own: Contestant): boolean {
  if (!before || priorityIn(before, own) === 0) return false;
  if (mastersBefore.some(({ index }) => index === own.unit)) return false;
  const holders = mastersBefore.flatMap(({ members }) => members);
  return isFree(before, own, holders);
}

/**
 * The interval with which a backup counts: version 3 learns it from the master, version 2 has its own
 * (vrrp_state_backup()). One that has just started, or left FAULT, has learnt nothing yet.
 */
export function intervalOf({ before, mastersBefore }: Race, own: Contestant): number {
  const { member } = own;
  if (!before || member.version === 2 || priorityIn(before, own) === 0)
    return member.advertInterval;
  const masters = mastersBefore.flatMap(({ members }) => members);
  const heard = masters.find((master) => hearsIn(before, own, master));
  return heard?.member.advertInterval ?? member.advertInterval;
}

/** Seconds until its timer runs out, counted from a moment that is the same for all. */
function waitOf(race: Race, own: Contestant, holders: readonly Contestant[]): number {
  const { situation, before } = race;
  if (isWaitingForGroup(race, own)) return 0;
  const { member } = own;
  const priority = priorityIn(situation, own);
  const interval = intervalOf(race, own);
  const isNew = !before || priorityIn(before, own) === 0;
  const isHeld = holders.some((holder) => hearsIn(situation, own, holder));
  if (!isNew && !isHeld && hasHeardGoodbye(race, own)) return skewTime(member, priority, interval);
  const start = isNew && isStarting(before, own) ? own.startupDelay : 0;
  const delay = isHeld ? member.preemptDelay : 0;
  return start + delay + masterDownInterval(member, priority, interval);
}

/** Whether keepalived itself is just starting; its timers run from the end of vrrp_startup_delay. */
function isStarting(before: Situation | undefined, { index }: Contestant): boolean {
  const standing = before?.conditions[index]?.standing;
  return standing !== 'FAULT' && typeof standing !== 'number';
}

/** Priority 0 makes a backup wait for the skew only (vrrp_state_backup()). */
function hasHeardGoodbye(race: Race, own: Contestant): boolean {
  return race.mastersBefore.some((unit) => saysGoodbye(race, own, unit));
}

function saysGoodbye({ situation, before }: Race, own: Contestant, unit: Unit): boolean {
  return (
    before !== undefined &&
    !takesPart(situation, unit) &&
    unit.members.some(
      (member) =>
        hearsIn(before, own, member) && situation.conditions[member.index]?.isCutOff === false,
    )
  );
}

/**
 * Backups that may become master although a master is there that they would leave in place: their timer is so
 * short for once that it can run out before that master's next advertisement. Of those only the ones count
 * that stay master then.
 */
export function overtakingUnits(
  race: Race,
  masters: readonly Unit[],
  ended: readonly Unit[],
): readonly Unit[] {
  const { contest, situation, before } = race;
  if (contest.isOpen && !before?.isDisturbed) return [];
  const holders = masters.flatMap(({ members }) => members);
  return contest.units.filter((unit) => {
    if (masters.includes(unit) || !takesPart(situation, unit)) return false;
    if (unit.members.every((member) => isFree(situation, member, holders))) return false;
    return unit.members.every((own) => {
      if (isFree(situation, own, holders)) return true;
      const heard = holders.filter((holder) => hearsIn(situation, own, holder));
      const priority = priorityIn(situation, own);
      const isAlone = unit.members.length === 1;
      if (isAlone && heard.some((holder) => priorityIn(situation, holder) > priority)) return false;
      const longest = Math.max(...heard.map(({ member }) => member.advertInterval));
      const interval = intervalOf(race, own);
      const isNew = before !== undefined && priorityIn(before, own) === 0;
      const wait = isNew
        ? masterDownInterval(own.member, priority, interval)
        : skewTime(own.member, priority, interval);
      const isShort = isNew || ended.some((each) => missesAnswer(race, own, each, heard));
      return isShort && wait < longest;
    });
  });
}

/**
 * Whether a backup hears the priority 0 of a master, and no answer to it: other masters that hear it send an
 * advertisement at once (vrrp_state_master_rx()).
 */
function missesAnswer(
  race: Race,
  own: Contestant,
  ended: Unit,
  heard: readonly Contestant[],
): boolean {
  const { before } = race;
  if (!before || !saysGoodbye(race, own, ended)) return false;
  const senders = ended.members.filter(({ router }) => router === own.router);
  return !heard.some((holder) => senders.some((sender) => hearsIn(before, holder, sender)));
}
