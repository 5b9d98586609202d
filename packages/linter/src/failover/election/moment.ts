import type { Bounds } from '../model/model.ts';

/** Seconds from an event until something happens, as far as that is known. */
export interface Point {
  /** If nothing makes it come early. */
  readonly latest: number;
  readonly early: readonly Phase[];
}

/** Something that makes points come up to so many seconds early, all of them by the same amount. */
export interface Phase {
  readonly name: string;
  readonly most: number;
}

/** When the last of several points has come. Phases do not depend on each other. */
export type Moment = readonly Point[];

/** Only equal times are closer to each other. */
const precision = 1e-9;

/** The moment of the event. */
export const now: Moment = momentAt(0);

function momentAt(seconds: number): Moment {
  return [{ latest: seconds, early: [] }];
}

/** Within some bounds; `name` is that of the phase. */
export function momentIn({ min, max }: Bounds, name: string): Moment {
  return upTo(momentAt(max), max - min, name);
}

export function plus(moment: Moment, seconds: number): Moment {
  return moment.map((point) => ({ ...point, latest: point.latest + seconds }));
}

/** Up to so many seconds earlier. */
export function upTo(moment: Moment, most: number, name: string): Moment {
  if (most === 0) return moment;
  return moment.map((point) => ({ ...point, early: [...point.early, { name, most }] }));
}

/** Whether one comes before the other for sure. */
export function isBefore(one: Moment, other: Moment): boolean {
  return one.every((point) => other.some((later) => isPointBefore(point, later)));
}

function isPointBefore(point: Point, later: Point): boolean {
  const alone = later.early.filter(({ name }) => !isIn(point, name));
  return point.latest < later.latest - totalOf(alone) - precision;
}

function isIn({ early }: Point, name: string): boolean {
  return early.some((phase) => phase.name === name);
}

function totalOf(phases: readonly Phase[]): number {
  let total = 0;
  for (const { most } of phases) total += most;
  return total;
}

/** Whether both come together for sure. */
export function isSameMoment(one: Moment, other: Moment): boolean {
  return isWithin(one, other) && isWithin(other, one);
}

/** Whether one never comes later than the other. */
function isWithin(one: Moment, other: Moment): boolean {
  return one.every((point) =>
    other.some(
      (later) =>
        point.latest <= later.latest + precision &&
        later.early.every(({ name }) => isIn(point, name)),
    ),
  );
}

export function boundsOf(moment: Moment): Bounds {
  return {
    min: Math.max(...moment.map((point) => point.latest - totalOf(point.early))),
    max: Math.max(...moment.map((point) => point.latest)),
  };
}

/** When the last of several things has happened; undefined for nothing at all. */
export function latest(times: readonly Bounds[]): Bounds | undefined {
  if (times.length === 0) return undefined;
  return {
    min: Math.max(...times.map(({ min }) => min)),
    max: Math.max(...times.map(({ max }) => max)),
  };
}

/** Bounds that hold whichever of several things happens. */
export function either(times: readonly Bounds[]): Bounds | undefined {
  if (times.length === 0) return undefined;
  return {
    min: Math.min(...times.map(({ min }) => min)),
    max: Math.max(...times.map(({ max }) => max)),
  };
}
