import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canCross,
  contribution,
  effectivePriority,
  healthyPriority,
  priorityWithout,
  type Weighted,
} from '../../src/failover/election/priority.ts';

const script = (weight: number, reverse = false): Weighted => ({ weight, reverse });

describe('what a tracker adds', () => {
  test.each([
    { weight: -20, reverse: false, up: 0, down: -20 },
    { weight: 20, reverse: false, up: 20, down: 0 },
    { weight: -20, reverse: true, up: 0, down: 20 },
    { weight: 20, reverse: true, up: -20, down: 0 },
    { weight: 0, reverse: false, up: 0, down: 0 },
  ])('weight $weight, reverse $reverse: $up while up, $down while down', (each) => {
    // 0 and -0 are the same priority.
    expect(contribution(each, true) + 0).toBe(each.up);
    expect(contribution(each, false) + 0).toBe(each.down);
  });
});

test('the effective priority stays between 1 and 254', () => {
  expect(effectivePriority(250, 20)).toBe(254);
  expect(effectivePriority(10, -20)).toBe(1);
  expect(effectivePriority(100, -20)).toBe(80);
});

test('the classic pair: -20 moves the address from 100 to 90, -5 and -10 do not', () => {
  for (const [weight, crosses] of [
    [-20, true],
    [-11, true],
    [-10, false],
    [-5, false],
  ] as const) {
    const check = script(weight);
    expect(healthyPriority(100, [check])).toBe(100);
    expect(priorityWithout(100, [check], check)).toBe(100 + weight);
    expect(canCross(100, [check], check, new Set([90]))).toBe(crosses);
  }
});

test('two checks that are too small alone decide together', () => {
  const [first, second] = [script(-6), script(-6)];
  expect(canCross(100, [first, second], first, new Set([90]))).toBe(true);
  expect(canCross(100, [first], first, new Set([90]))).toBe(false);
});

test('canCross agrees with trying every combination', () => {
  const tracker = fc
    .record({ weight: fc.integer({ min: -253, max: 253 }), reverse: fc.boolean() })
    .map(({ weight, reverse }) => script(weight, reverse));
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 254 }),
      fc.array(tracker, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 254 }),
      (base, trackers, rival) => {
        const [first, ...others] = trackers;
        if (!first) return;
        let decides = false;
        for (let states = 0; states < 2 ** others.length; states++) {
          const rest = others.reduce(
            (total, each, index) => total + contribution(each, ((states >> index) & 1) === 1),
            0,
          );
          const below = (isUp: boolean): boolean =>
            effectivePriority(base, rest + contribution(first, isUp)) < rival;
          if (below(true) !== below(false)) decides = true;
        }
        expect(canCross(base, trackers, first, new Set([rival]))).toBe(decides);
      },
    ),
    { numRuns: 5_000 },
  );
});
