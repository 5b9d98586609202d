import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  availabilityOf,
  downtimePerYear,
  steadyStateAvailability,
} from '../../src/failover/expectations/availability.ts';
import { year } from '../../src/failover/expectations/duration.ts';
import type { Fault } from '../../src/failover/model/faults.ts';
import type { Bounds } from '../../src/failover/model/model.ts';
import type { Outcome, Scenario } from '../../src/failover/model/outcome.ts';

const day = 86_400;
const off: Fault = { kind: 'down', node: 'lb1' };

function scenario(
  verdict: Scenario['verdict'],
  takeover: Bounds | undefined,
  faults: readonly Fault[] = [off],
): Scenario {
  const nobody = { masters: [], candidates: [], priorities: new Map() };
  const afterRepair = { ...nobody, verdict: 'returns', takeover: { min: 1, max: 2 } } as const;
  return { ...nobody, faults, verdict, isMisplaced: false, takeover, afterRepair, alike: 0 };
}

function held(masters: readonly string[], candidates: readonly string[] = []): Outcome {
  return { masters, candidates, priorities: new Map() };
}

function of(
  scenarios: readonly Scenario[],
  rate: { readonly mtbf: number; readonly mttr?: number } = { mtbf: 30 * day },
  initial: Outcome = held(['lb1']),
): ReturnType<typeof availabilityOf> {
  return availabilityOf(scenarios, initial, { mttr: undefined, ...rate });
}

describe('the formulas', () => {
  test('MTBF / (MTBF + MTTR)', () => {
    expect(steadyStateAvailability(999, 1)).toBeCloseTo(0.999, 12);
    expect(steadyStateAvailability(1, 0)).toBe(1);
    expect(steadyStateAvailability(1, Number.POSITIVE_INFINITY)).toBe(0);
  });

  test('what three, four and five nines leave of a year', () => {
    expect(downtimePerYear(0.999)).toBeCloseTo(8.76 * 3600, 4);
    expect(downtimePerYear(0.9999)).toBeCloseTo(52.56 * 60, 4);
    expect(downtimePerYear(0.99999)).toBeCloseTo(315.36, 4);
  });
});

test('a fault that moves the addresses costs its takeover, once in the MTBF', () => {
  const {
    availability,
    downtimePerYear: downtime,
    unbounded,
  } = of([scenario('moved', { min: 3, max: 4 })]);
  expect(availability.min).toBeCloseTo((30 * day) / (30 * day + 4), 12);
  expect(availability.max).toBeCloseTo((30 * day) / (30 * day + 3), 12);
  expect(downtime.min).toBeCloseTo((year * 3) / (30 * day + 3), 4);
  expect(downtime.max).toBeCloseTo((year * 4) / (30 * day + 4), 4);
  expect(unbounded).toEqual([]);
});

test('the aims are reached in any case, at best, or not', () => {
  const { aims } = of([scenario('moved', { min: 100, max: 1000 })]);
  expect(aims.map(({ availability, isReached }) => [availability, isReached])).toEqual([
    [0.999, 'yes'],
    [0.9999, 'perhaps'],
    [0.99999, 'no'],
  ]);
});

test('the outages of several faults add up; two numbers in one file are one fault', () => {
  const file = (value: number): readonly Fault[] => [
    { kind: 'file', node: 'lb1', name: 'load', value },
  ];
  const chk: readonly Fault[] = [{ kind: 'script', node: 'lb1', name: 'chk' }];
  const { availability } = of(
    [
      scenario('moved', { min: 1, max: 2 }),
      scenario('moved', { min: 5, max: 5 }, file(1)),
      scenario('moved', { min: 7, max: 8 }, file(9)),
      scenario('moved', { min: 10, max: 20 }, chk),
    ],
    { mtbf: 1000 },
  );
  expect(availability.max).toBeCloseTo(1000 / (1000 + 1 + 5 + 10), 12);
  expect(availability.min).toBeCloseTo(1000 / (1000 + 2 + 8 + 20), 12);
});

describe('what lasts until the repair is not invented', () => {
  const chk: readonly Fault[] = [{ kind: 'script', node: 'lb1', name: 'chk' }];
  test.each([
    ['no-master', scenario('no-master', undefined), { min: 61, max: 62 }],
    ['split-brain', scenario('split-brain', { min: 3, max: 4 }), { min: 0, max: 62 }],
    [
      'a check that fails on the master, which stays',
      scenario('stays', undefined, chk),
      { min: 0, max: 62 },
    ],
    [
      'a move to a node that is no better',
      { ...scenario('moved', { min: 3, max: 4 }), isMisplaced: true },
      { min: 0, max: 62 },
    ],
    ['endless changes', scenario('undecided', undefined), { min: 0, max: 62 }],
  ])('%s', (_, each, outage) => {
    const unknown = of([each], { mtbf: 1000 });
    expect(unknown.unbounded).toEqual(each.faults);
    expect(unknown.availability.min).toBe(0);
    expect(unknown.downtimePerYear.max).toBe(year);

    const known = of([each], { mtbf: 1000, mttr: 60 });
    expect(known.unbounded).toEqual([]);
    expect(known.availability.max).toBeCloseTo(1000 / (1000 + outage.min), 12);
    expect(known.availability.min).toBeCloseTo(1000 / (1000 + outage.max), 12);
  });

  test('a repair after which nobody is master ends nothing', () => {
    const lasting = scenario('no-master', undefined);
    const lost = {
      ...lasting,
      afterRepair: { ...lasting.afterRepair, verdict: 'no-master' as const },
    };
    expect(of([lost], { mtbf: 1000, mttr: 60 }).availability.min).toBe(0);
  });
});

test('faults of backups, of links, and several at once cost nothing here', () => {
  const { availability } = of([
    scenario('stays', undefined, [{ kind: 'script', node: 'lb2', name: 'chk' }]),
    scenario('split-brain', { min: 3, max: 4 }, [{ kind: 'link', nodes: ['lb1', 'lb2'] }]),
    scenario('no-master', undefined, [off, { kind: 'down', node: 'lb2' }]),
  ]);
  expect(availability).toEqual({ min: 1, max: 1 });
});

test('whichever of two takes over, one does', () => {
  const either = { ...scenario('undecided', { min: 3, max: 5 }), candidates: ['lb2', 'lb3'] };
  expect(of([either], { mtbf: 1000 }).availability.min).toBeCloseTo(1000 / 1005, 12);
});

test('without one master there is no availability from the start', () => {
  for (const initial of [held([]), held(['lb1', 'lb2']), held(['lb1'], ['lb2'])])
    expect(of([], { mtbf: 1000 }, initial).availability).toEqual({ min: 0, max: 0 });
  // Which of two is master is not known, but one is.
  expect(of([], { mtbf: 1000 }, held([], ['lb1', 'lb2'])).availability.min).toBe(1);
});

test('more often, or longer, is never better', () => {
  const seconds = fc.double({ min: 0, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(seconds, seconds, fc.double({ min: 1, max: 1e9, noNaN: true }), (a, b, mtbf) => {
      const min = Math.min(a, b);
      const max = Math.max(a, b);
      const { availability } = of([scenario('moved', { min, max })], { mtbf });
      expect(availability.min).toBeLessThanOrEqual(availability.max);
      expect(availability.max).toBeLessThanOrEqual(1);
      expect(availability.min).toBeGreaterThanOrEqual(0);
      const rarer = of([scenario('moved', { min, max })], { mtbf: mtbf * 2 });
      expect(rarer.availability.min).toBeGreaterThanOrEqual(availability.min);
    }),
  );
});
