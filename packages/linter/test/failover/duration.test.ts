import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDuration, parseDuration } from '../../src/failover/expectations/duration.ts';

describe('parseDuration', () => {
  test.each([
    ['5s', 5],
    ['90m', 5_400],
    ['12h', 43_200],
    ['30d', 2_592_000],
    ['2w', 1_209_600],
    ['1y', 31_536_000],
    ['250ms', 0.25],
    ['0.5s', 0.5],
    ['1h30m', 5_400],
    ['1m30s', 90],
    ['0s', 0],
  ])('%s is %d seconds', (text, seconds) => {
    expect(parseDuration(text)).toBeCloseTo(seconds, 9);
  });

  test.each(['', '5', 's', '5 s', '-5s', '5S', '1e3s', '.5s', '5.s', '5s,', 'soon', '9999999999y'])(
    '%j is none',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );

  test('any text is a number of seconds from 0, or none, at once', () => {
    const near = fc.string({ unit: fc.constantFrom(...'0123456789.ywdhms -') });
    fc.assert(
      fc.property(fc.oneof(near, fc.string()), (text) => {
        const seconds = parseDuration(text);
        expect(seconds === undefined || (Number.isFinite(seconds) && seconds >= 0)).toBe(true);
      }),
    );
    expect(parseDuration(`${'1'.repeat(1_000_000)}s`)).toBeUndefined();
    expect(parseDuration('1s'.repeat(300_000))).toBe(300_000);
  });

  test('parts add up', () => {
    const part = fc.tuple(fc.nat(1000), fc.constantFrom('y', 'w', 'd', 'h', 'm', 's', 'ms'));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const single = parts.map(([count, unit]) => parseDuration(`${count}${unit}`) ?? NaN);
        const all = parseDuration(parts.map(([count, unit]) => `${count}${unit}`).join(''));
        expect(all).toBeCloseTo(
          single.reduce((a, b) => a + b, 0),
          6,
        );
      }),
    );
  });
});

describe('formatDuration', () => {
  test.each([
    [0, '0 s'],
    [0.0004, '0.4 ms'],
    [0.25, '250 ms'],
    [3.609375, '3.6 s'],
    [59.94, '59.9 s'],
    [59.96, '1 min'],
    [315.36, '5 min 15 s'],
    [3_599.9, '1 h'],
    [3_153.6, '52 min 34 s'],
    [31_536, '8 h 46 min'],
    [86_400, '1 d'],
    [31_536_000, '365 d'],
    [Number.POSITIVE_INFINITY, 'without end'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  test('what it says is at most a twentieth away, and is read again', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e8, noNaN: true }), (seconds) => {
        const text = formatDuration(seconds);
        const again = parseDuration(text.replaceAll('min', 'm').replaceAll(' ', ''));
        expect(Math.abs((again ?? NaN) - seconds) / seconds).toBeLessThan(0.05);
      }),
    );
  });
});
