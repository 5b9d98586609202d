/** What changes a priority by a number. */
export interface Weighted {
  /** -254 to 254. */
  readonly weight: number;
  readonly reverse: boolean;
}

/** RFC 5798, section 5.2.4: 255 is the owner's alone and 0 says that a master steps down. */
const lowest = 1;
const highest = 254;

/**
 * What a tracker adds to the priority: a positive weight counts while it is up, a negative one while
 * it is down; `reverse` turns the sign (keepalived/vrrp/vrrp_track.c, vrrp_script_weight()).
 */
export function contribution({ weight, reverse }: Weighted, isUp: boolean): number {
  const counts = isUp ? weight > 0 : weight < 0;
  if (!counts) return 0;
  return reverse ? -weight : weight;
}

/** The priority that an instance announces (vrrp_track.c, vrrp_set_effective_priority()). */
export function effectivePriority(base: number, contributions: number): number {
  return Math.min(highest, Math.max(lowest, base + contributions));
}

/** The priority while everything works. */
export function healthyPriority(base: number, trackers: readonly Weighted[]): number {
  return effectivePriority(base, sum(trackers.map((tracker) => contribution(tracker, true))));
}

/** The priority while one tracker is down and all others are up. */
export function priorityWithout(
  base: number,
  trackers: readonly Weighted[],
  down: Weighted,
): number {
  return effectivePriority(
    base,
    sum(trackers.map((tracker) => contribution(tracker, tracker !== down))),
  );
}

/**
 * Every sum that some trackers can add up to, each of them up or down. Their number is bounded by
 * the weights, not by the combinations.
 */
function reachableSums(trackers: readonly Weighted[]): ReadonlySet<number> {
  let sums = new Set([0]);
  for (const tracker of trackers) {
    const up = contribution(tracker, true);
    const down = contribution(tracker, false);
    sums = new Set([...sums].flatMap((each) => [each + up, each + down]));
  }
  return sums;
}

/** Every priority that an instance can announce. */
export function reachablePriorities(
  base: number,
  trackers: readonly Weighted[],
): ReadonlySet<number> {
  return new Set([...reachableSums(trackers)].map((total) => effectivePriority(base, total)));
}

/**
 * Whether a tracker can decide if an instance announces less than one of `rivals`, in any state of its
 * other trackers. A backup with the same priority as the master stays backup, so that equal is not
 * less (keepalived/vrrp/vrrp.c, vrrp_state_backup()).
 */
export function canCross(
  base: number,
  trackers: readonly Weighted[],
  tracker: Weighted,
  rivals: ReadonlySet<number>,
): boolean {
  const others = trackers.filter((each) => each !== tracker);
  const up = contribution(tracker, true);
  const down = contribution(tracker, false);
  for (const rest of reachableSums(others)) {
    const before = effectivePriority(base, rest + up);
    const after = effectivePriority(base, rest + down);
    for (const rival of rivals) if (before < rival !== after < rival) return true;
  }
  return false;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
