import { year } from './duration.ts';
import type { Fault } from '../model/faults.ts';
import type { Bounds } from '../model/model.ts';
import type { Outcome, Scenario } from '../model/outcome.ts';

/*
 * How much of the time a virtual router's addresses answer, from the takeover times and a failure rate.
 *
 * What is assumed: each single fault of a host, or of something that it tracks, comes by itself, at random,
 * once in `mtbf` seconds on average, and finds everything else healthy; several at once are left out, and
 * so are links. An outage begins with the fault and ends when a master that is not concerned holds the
 * addresses. Going back after the repair costs nothing: the better node takes over while the other one
 * still answers. A number in a file counts as one fault, whichever number it is.
 */

/** How often something fails, and how long a repair takes. */
export interface FailureRate {
  /** Seconds between two occurrences of the same fault, on average; more than 0. */
  readonly mtbf: number;
  /** Seconds until a fault is repaired, 0 and more; undefined when nothing is known of it. */
  readonly mttr: number | undefined;
}

/** What is to be expected of a virtual router. */
export interface Availability {
  /** The share of the time in which the addresses answer, 0 to 1: the worst and the best case. */
  readonly availability: Bounds;
  /** Seconds of a year in which they do not: the best and the worst case. */
  readonly downtimePerYear: Bounds;
  /** The usual aims, beside it. */
  readonly aims: readonly Aim[];
  /**
   * Faults whose outage lasts until their repair, or may do so, when no repair time is given. As long as
   * there are any, the worst case is no number but the end of the scale.
   */
  readonly unbounded: readonly Fault[];
}

/** A share of the time that is aimed at. */
export interface Aim {
  readonly availability: number;
  readonly downtimePerYear: number;
  /** Whether it is reached: in the worst case, too; in the best case only; in no case. */
  readonly isReached: 'yes' | 'perhaps' | 'no';
}

const aims = [0.999, 0.9999, 0.99999] as const;

/**
 * MTBF / (MTBF + MTTR): the share of the time in which something that fails and is repaired, again and again,
 * works (the limit of an alternating renewal process: R. E. Barlow, F. Proschan, Mathematical Theory of
 * Reliability, 1965; IEC 60050-192, 192-08-07, steady state availability).
 *
 * @param mtbf seconds between the end of an outage and the next one, more than 0
 * @param mttr seconds that an outage lasts
 */
export function steadyStateAvailability(mtbf: number, mttr: number): number {
  return mttr === Number.POSITIVE_INFINITY ? 0 : mtbf / (mtbf + mttr);
}

/**
 * What is to be expected of a virtual router with these scenarios.
 *
 * Of n faults, each once in `mtbf`, one comes every mtbf / n, and its outage lasts D / n on average, D
 * being the sum of the outages of all n. MTBF / (MTBF + MTTR) of that is mtbf / (mtbf + D).
 *
 * @param initial who is master while nothing is broken
 */
export function availabilityOf(
  scenarios: readonly Scenario[],
  initial: Outcome,
  { mtbf, mttr }: FailureRate,
): Availability {
  const outages = new Map<string, Bounds>();
  const unbounded: Fault[] = [];
  for (const scenario of scenarios) {
    const [fault, second] = scenario.faults;
    if (!fault || second || fault.kind === 'link') continue;
    const outage = outageOf(scenario, fault, initial, mttr);
    if (outage.max === Number.POSITIVE_INFINITY) unbounded.push(fault);
    const place = placeOf(fault);
    outages.set(place, either(outages.get(place) ?? outage, outage));
  }
  // A virtual router that has no master, or two, while nothing is broken does not answer as it should at all.
  const total = hasOneMaster(initial) ? sum([...outages.values()]) : always;
  const availability = {
    min: steadyStateAvailability(mtbf, total.max),
    max: steadyStateAvailability(mtbf, total.min),
  };
  return {
    availability,
    downtimePerYear: {
      min: downtimePerYear(availability.max),
      max: downtimePerYear(availability.min),
    },
    aims: aims.map((aim) => ({
      availability: aim,
      downtimePerYear: downtimePerYear(aim),
      isReached: availability.min >= aim ? 'yes' : availability.max >= aim ? 'perhaps' : 'no',
    })),
    unbounded,
  };
}

/** Seconds of a year in which something with this availability does not work. */
export function downtimePerYear(availability: number): number {
  return (1 - availability) * year;
}

/** One, or one of several of which it is not known which. */
function hasOneMaster({ masters, candidates }: Outcome): boolean {
  return candidates.length === 0 ? masters.length === 1 : masters.length === 0;
}

const none: Bounds = { min: 0, max: 0 };
const always: Bounds = { min: Number.POSITIVE_INFINITY, max: Number.POSITIVE_INFINITY };

/**
 * Seconds without an answer because of one fault. Without a repair time, what ends with the repair has no end
 * that is known, and may end at once.
 */
function outageOf(
  { verdict, isMisplaced, takeover, candidates, afterRepair }: Scenario,
  fault: Exclude<Fault, { readonly kind: 'link' }>,
  { masters }: Outcome,
  mttr: number | undefined,
): Bounds {
  const untilRepair = {
    min: (mttr ?? 0) + (afterRepair.takeover?.min ?? 0),
    max: (mttr ?? Number.POSITIVE_INFINITY) + (afterRepair.takeover?.max ?? 0),
  };
  const perhapsUntilRepair = { min: 0, max: untilRepair.max };
  switch (verdict) {
    case 'moved':
      return takeover && !isMisplaced ? takeover : perhapsUntilRepair;
    case 'undecided':
      // One of several takes over, or it is not even known whether one does.
      return takeover && candidates.length > 1 ? takeover : perhapsUntilRepair;
    case 'stays':
      // What the check looks at may be what the addresses are for, and they stay beside it.
      return masters.includes(fault.node) ? perhapsUntilRepair : none;
    case 'no-master':
      return afterRepair.verdict === 'no-master'
        ? { ...untilRepair, max: always.max }
        : untilRepair;
    case 'split-brain':
      // Who asks may find either of the masters, or none.
      return perhapsUntilRepair;
  }
}

function placeOf(fault: Exclude<Fault, { readonly kind: 'link' }>): string {
  return JSON.stringify([fault.node, fault.kind, 'name' in fault ? fault.name : '']);
}

function either(a: Bounds, b: Bounds): Bounds {
  return { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) };
}

function sum(bounds: readonly Bounds[]): Bounds {
  return bounds.reduce((a, b) => ({ min: a.min + b.min, max: a.max + b.max }), none);
}
