import { describe, expect, test } from 'vitest';
import { analyse, examineAll } from '../../src/failover/analysis/analysis.ts';
import { formatFault, type Event, type Fault } from '../../src/failover/model/faults.ts';
import type { FailoverModel } from '../../src/failover/model/model.ts';
import type { Outcome } from '../../src/failover/model/outcome.ts';
import { follow } from '../../src/failover/analysis/sequence.ts';
import { randomModel, type Size } from './random-model.ts';
import { allFaults, canMeet } from './reference/all-faults.ts';
import { isCautious, isRight, type Claim } from './reference/compare.ts';
import { describeModel } from './reference/describe.ts';
import { durationsOf } from './reference/duration.ts';
import { after, afterStart, masterSets, type Moments, type Settled } from './reference/outcomes.ts';

/*
 * The analysis against daemons that are played event by event, on random clusters. The seed of a cluster is
 * its number, so that each can be looked at alone.
 */

/** How many clusters of which size. */
const sizes: readonly (readonly [number, Size])[] = [
  [4_000, { nodes: 2, routers: 1, items: 2 }],
  [2_500, { nodes: 3, routers: 1, items: 1 }],
  [2_500, { nodes: 2, routers: 2, items: 1 }],
  [700, { nodes: 3, routers: 2, items: 1 }],
  [300, { nodes: 4, routers: 1, items: 1 }],
];

/** Milliseconds for one test on a busy machine; alone each takes some seconds. */
const patience = 240_000;

/** One of so many clusters is looked at from every side. */
const closely = 25;

interface Cluster {
  readonly seed: number;
  readonly model: FailoverModel;
  /** Ways in which it can settle after the start. */
  readonly start: readonly Settled[];
}

function* clusters(every = 1): Iterable<Cluster> {
  let seed = 0;
  for (const [count, size] of sizes) {
    for (let each = 0; each < count; each += 1) {
      seed += 1;
      if (seed % every !== 0) continue;
      const model = randomModel(seed, size);
      yield { seed, model, start: afterStart(model) };
    }
  }
}

const failing = (faults: readonly Fault[]): readonly Event[] =>
  faults.map((fault) => ({ change: 'fail', fault }));

/** Sets of one and two. */
function setsOf(faults: readonly Fault[]): readonly (readonly Fault[])[] {
  const pairs = faults.flatMap((one, index) =>
    faults.slice(index + 1).flatMap((other) => (canMeet(one, other) ? [[one, other]] : [])),
  );
  return [...faults.map((fault) => [fault]), ...pairs];
}

/** Collects what is wrong, and shows the smallest cluster of which something is. */
class Disagreements {
  compared = 0;
  #count = 0;
  #smallest: string | undefined;

  compare(isAgreed: boolean, { seed, model }: Cluster, say: () => string): void {
    this.compared += 1;
    if (isAgreed) return;
    this.#count += 1;
    const text = `seed ${seed}\n${describeModel(model)}\n${say()}`;
    if (this.#smallest === undefined || text.length < this.#smallest.length) this.#smallest = text;
  }

  /** Nothing when all agreed. */
  get report(): string {
    return this.#smallest === undefined
      ? ''
      : `${this.#count} of ${this.compared} disagree, the smallest: ${this.#smallest}`;
  }
}

function sayOutcome(
  { model, seed }: Cluster,
  what: string,
  router: number,
  ways: readonly Settled[],
  claim: Claim,
): string {
  const played = masterSets(ways, router).map((set) => `{${set}}`);
  const cycles = ways.some((way) => way.cycles) ? ' and no end' : '';
  return [
    `${what}, ${model.routers[router]?.id} (seed ${seed})`,
    `  played: ${played.join(' ')}${cycles}`,
    `  analysis: ${claim.verdict}, masters {${claim.masters.join(' ')}},`,
    `    may be {${claim.candidates.join(' ')}}`,
  ].join('\n');
}

/** Whether a claim is right; looks at every moment only where one moment cannot tell. */
function agrees(
  { model, start, seed }: Cluster,
  router: number,
  claim: Claim,
  play: Play,
  before: Play = () => start,
): boolean {
  const isRightAt = (moments: Moments): boolean =>
    isRight(model, before(moments), play(moments), router, claim);
  const isClose = seed % closely === 0;
  return (!isClose && isRightAt('some')) || isRightAt('all');
}

type Play = (moments: Moments) => readonly Settled[];

/** Plays each thing once. */
function once<K, V>(play: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? play(key);
    known.set(key, value);
    return value;
  };
}

describe('who is master', () => {
  test(
    'in 10,000 clusters after the start, and after every set of 1 or 2 faults',
    () => {
      const disagreements = new Disagreements();
      let count = 0;
      for (const cluster of clusters()) {
        count += 1;
        const { model, start } = cluster;
        for (const [router, { initial }] of analyse(model, 0).entries()) {
          const claim = initialClaim(initial);
          disagreements.compare(agreesInitially(cluster, router, claim), cluster, () =>
            sayOutcome(cluster, 'start', router, start, claim),
          );
        }
        const played = new Map<string, Play>();
        for (const { router, faults, ...claim } of examineAll(model, 2)) {
          const name = faults.map(formatFault).join(' + ');
          const play = played.get(name) ?? playing(start, failing(faults));
          played.set(name, play);
          disagreements.compare(agrees(cluster, router, claim, play), cluster, () =>
            sayOutcome(cluster, name, router, play('all'), claim),
          );
        }
      }
      expect(count).toBe(10_000);
      expect(disagreements.report).toBe('');
      expect(disagreements.compared).toBeGreaterThanOrEqual(197_000);
    },
    patience,
  );

  test(
    'no set of 1 or 2 faults of nodes has an outcome that none of the examined ones has',
    () => {
      const disagreements = new Disagreements();
      for (const cluster of clusters(closely)) {
        const { model, start } = cluster;
        const examined = model.routers.map((_, router) => new Set([outcomeOf(start, router)]));
        // There is no end to what can stand in a file: the numbers are those that are examined.
        const contents = new Map<string, Fault>();
        for (const { router, faults } of examineAll(model, 2)) {
          examined[router]?.add(outcomeOf(after(start, failing(faults)), router));
          for (const fault of faults)
            if (fault.kind === 'file') contents.set(formatFault(fault), fault);
        }
        const others = allFaults(model).filter(({ kind }) => kind !== 'link' && kind !== 'file');
        for (const faults of setsOf([...others, ...contents.values()])) {
          const ways = after(start, failing(faults));
          for (const router of model.routers.keys()) {
            const outcome = outcomeOf(ways, router);
            disagreements.compare(examined[router]?.has(outcome) ?? false, cluster, () => {
              const name = faults.map(formatFault).join(' + ');
              return `${name}, ${model.routers[router]?.id}: {${outcome}} is not examined`;
            });
          }
        }
      }
      expect(disagreements.report).toBe('');
      expect(disagreements.compared).toBeGreaterThanOrEqual(11_800);
    },
    patience,
  );

  test(
    'after the repair of each fault that is reported, links too',
    () => {
      const disagreements = new Disagreements();
      for (const cluster of clusters(closely / 5)) {
        const { model, start } = cluster;
        for (const [router, { scenarios }] of analyse(model, 1).entries()) {
          for (const { faults, afterRepair, ...broken } of scenarios) {
            const name = faults.map(formatFault).join(' + ');
            const failed = once((moments: Moments) => after(start, failing(faults), moments));
            disagreements.compare(agrees(cluster, router, broken, failed), cluster, () =>
              sayOutcome(cluster, name, router, failed('all'), broken),
            );
            const repairs = faults.map((fault): Event => ({ change: 'repair', fault }));
            const repaired = once((moments: Moments) => after(failed(moments), repairs, moments));
            const claim: Claim = {
              ...afterRepair,
              verdict: verdictsAfterRepair[afterRepair.verdict],
            };
            disagreements.compare(agrees(cluster, router, claim, repaired), cluster, () =>
              sayOutcome(cluster, `${name}, repaired`, router, repaired('all'), claim),
            );
          }
        }
      }
      expect(disagreements.report).toBe('');
      expect(disagreements.compared).toBeGreaterThanOrEqual(36_000);
    },
    patience,
  );

  test(
    'after every 2 faults one after the other, in each order, and after their repair',
    () => {
      const disagreements = new Disagreements();
      let cautious = 0;
      for (const cluster of clusters(2 * closely)) {
        const { model, start } = cluster;
        const follows = historiesOf(start);
        const faults = allFaults(model);
        for (const one of faults) {
          for (const other of faults) {
            if (one === other || !canMeet(one, other)) continue;
            const events: readonly Event[] = [
              { change: 'fail', fault: one },
              { change: 'fail', fault: other },
              { change: 'repair', fault: one },
              { change: 'repair', fault: other },
            ];
            const steps = follow(model, events);
            for (const last of events.keys()) {
              const past = events.slice(0, last);
              const history = events.slice(0, last + 1);
              const play = follows(history);
              const before = follows(past);
              for (const [router, claim] of steps[last]?.routers.entries() ?? []) {
                const isAgreed = agrees(cluster, router, claim, play, before);
                const isOpen = !isAgreed && isCautious(model, play('all'), router, claim);
                if (isOpen) cautious += 1;
                disagreements.compare(isAgreed || isOpen, cluster, () =>
                  sayOutcome(cluster, nameOf(history), router, play('all'), claim),
                );
              }
            }
          }
        }
      }
      expect(disagreements.report).toBe('');
      expect(disagreements.compared).toBeGreaterThanOrEqual(60_000);
      const share = `${cautious} of ${disagreements.compared} claims leave open more than happens`;
      expect(cautious < disagreements.compared / 1000 ? '' : share).toBe('');
    },
    patience,
  );
});

describe('how long it takes', () => {
  test(
    'a measured takeover lies between the bounds, and reaches both where one router is alone',
    () => {
      const disagreements = new Disagreements();
      let bounded = 0;
      let tight = 0;
      for (const cluster of clusters(8)) {
        const { model, start } = cluster;
        for (const fault of allFaults(model)) {
          const events: readonly Event[] = [
            { change: 'fail', fault },
            { change: 'repair', fault },
          ];
          const steps = follow(model, events);
          let before = start;
          events.forEach((event, index) => {
            const [way, ...more] = before;
            before = after(before, [event]);
            // Who is master must be known, before and after; else there are other bounds for each.
            if (!way || more.length > 0 || before.length > 1 || before.some(({ cycles }) => cycles))
              return;
            steps[index]?.routers.forEach(({ takeover: bounds, verdict }, router) => {
              if (verdict === 'undecided') return;
              const measured = durationsOf(way, event, router);
              const times = measured.filter((time) => time !== undefined);
              const [least, most] = [Math.min(...times), Math.max(...times)];
              const fits =
                bounds === undefined
                  ? times.length === 0
                  : times.length > 0 && least >= bounds.min - margin && most <= bounds.max + margin;
              disagreements.compare(fits, cluster, () =>
                [
                  `${event.change} ${formatFault(fault)}, ${model.routers[router]?.id}`,
                  `  played: ${times.join(' ')}`,
                  `  analysis: ${bounds ? `${bounds.min} to ${bounds.max}` : 'nobody takes over'}`,
                ].join('\n'),
              );
              if (bounds === undefined || model.routers.length > 1) return;
              bounded += 1;
              if (least <= bounds.min + 2 * margin && most >= bounds.max - 2 * margin) tight += 1;
            });
          });
        }
      }
      expect(disagreements.report).toBe('');
      expect(disagreements.compared).toBeGreaterThanOrEqual(21_000);
      expect(tight / bounded).toBeGreaterThan(0.9);
    },
    patience,
  );
});

const verdictsAfterRepair = {
  returns: 'stays',
  'stays-away': 'moved',
  'no-master': 'no-master',
  'split-brain': 'split-brain',
  undecided: 'undecided',
} as const;

/** Seconds: what a message takes, and how far from an advertisement the moments beside it are. */
const margin = 0.003;

/** The ways to settle after each history, each step of which is played once. */
function historiesOf(start: readonly Settled[]): (events: readonly Event[]) => Play {
  const known = new Map<string, Play>([['', () => start]]);
  const playOf = (events: readonly Event[]): Play => {
    const play =
      known.get(nameOf(events)) ??
      once((moments: Moments) =>
        after(playOf(events.slice(0, -1))(moments), events.slice(-1), moments),
      );
    known.set(nameOf(events), play);
    return play;
  };
  return playOf;
}

function nameOf(events: readonly Event[]): string {
  return events.map(({ change, fault }) => `${change} ${formatFault(fault)}`).join(', ');
}

function playing(start: readonly Settled[], events: readonly Event[]): Play {
  return once((moments) => after(start, events, moments));
}

function initialClaim({ masters, candidates, isEndless }: Outcome): Claim {
  const open = candidates.length > 0 || isEndless === true;
  const verdict = open ? 'undecided' : masters.length === 1 ? 'stays' : 'split-brain';
  return { masters, candidates, verdict: masters.length === 0 && !open ? 'no-master' : verdict };
}

function agreesInitially({ model, start }: Cluster, router: number, claim: Claim): boolean {
  return isRight(model, start, start, router, claim);
}

function outcomeOf(ways: readonly Settled[], router: number): string {
  return masterSets(ways, router).join('|');
}
