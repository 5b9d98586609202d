import { expect, test } from 'vitest';
import { startStopwatch } from '../src/timing/timing.ts';

/** A stopwatch, and a clock that is set by hand. */
function withClock(): {
  stopwatch: ReturnType<typeof startStopwatch>;
  pass: (time: number) => void;
} {
  let time = 0;
  return { stopwatch: startStopwatch(() => time, 0), pass: (more) => void (time += more) };
}

test('steps, their parts with the longest first, and what is between them', () => {
  const { stopwatch, pass } = withClock();
  pass(40);
  stopwatch.lap('start');
  for (const [part, time] of [
    ['parsing', 10],
    ['rule', 2],
    ['parsing', 15],
  ] as const)
    expect(stopwatch.measured(part, () => (pass(time), part))).toBe(part);
  pass(3);
  stopwatch.lap('checking');
  expect(stopwatch.table()).toEqual([
    'where the time went',
    '  start               40.0 ms',
    '  checking            30.0 ms',
    '    parsing           25.0 ms',
    '    rule               2.0 ms',
    '    between them       3.0 ms',
    '  in all              70.0 ms',
  ]);
});

test('of many parts the longest are named, and the others added up', () => {
  const { stopwatch, pass } = withClock();
  for (let rule = 1; rule <= 30; rule++) stopwatch.measured(`rule-${rule}`, () => pass(rule));
  stopwatch.lap('checking');
  const rows = stopwatch.table().map((row) => row.trim().replaceAll(/ {2,}/g, ' '));
  expect(rows[2]).toBe('rule-30 30.0 ms');
  expect(rows.at(-2)).toBe('18 others 171.0 ms');
  expect(rows).toHaveLength(16);
});

test('a part that fails is measured, too, and fails', () => {
  const { stopwatch, pass } = withClock();
  const fail = (): never => {
    pass(5);
    throw new Error('as it should');
  };
  expect(() => stopwatch.measured('rule', fail)).toThrow('as it should');
  stopwatch.lap('checking');
  expect(stopwatch.table().join('\n')).toMatch(/rule +5\.0 ms/);
});
