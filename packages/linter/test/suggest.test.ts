import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, nearest } from '../src/suggest/nearest.ts';

describe('editDistance', () => {
  test.each([
    ['priority', 'priority', 0],
    ['prioritty', 'priority', 1],
    ['prority', 'priority', 1],
    ['prioraty', 'priority', 1],
    ['priroity', 'priority', 1],
    ['interval', 'internal', 1],
    ['', 'state', 5],
    ['FTP_CHECK', 'TCP_CHECK', 2],
  ])('%s and %s: %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });

  test('is 0 for equal words only, and at most the length of the longer one', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const distance = editDistance(a, b);
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });
});

describe('nearest', () => {
  const keywords = [
    'state',
    'priority',
    'status_code',
    'connect_timeout',
    'misc_timeout',
    'rr',
    'wrr',
  ];

  test.each([
    ['prioritty', ['priority']],
    ['Priority', ['priority']],
    ['connnect_timeout', ['connect_timeout']],
    // The beginning or the end of a keyword, up to a `_`.
    ['status', ['status_code']],
    ['timeout', ['connect_timeout', 'misc_timeout']],
    // Several are equally near.
    ['rrr', ['rr', 'wrr']],
    // Nothing is near.
    ['virtual_ipaddress', []],
    ['x', []],
    ['', []],
  ])('%s: %j', (word, found) => {
    expect(nearest(word, keywords)).toEqual(found);
  });

  test('an exact word, in whatever case, is its own nearest', () => {
    expect(nearest('MASTER', ['MASTER', 'BACKUP'])).toEqual(['MASTER']);
    expect(nearest('master', ['MASTER', 'BACKUP'])).toEqual(['MASTER']);
  });

  test('the names of objects are no words of the language', () => {
    expect(nearest('constructor', keywords)).toEqual([]);
    expect(nearest('__proto__', keywords)).toEqual([]);
  });

  test('gives candidates only, and none twice', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 12 }),
        fc.uniqueArray(fc.string({ maxLength: 12 })),
        (word, list) => {
          const found = nearest(word, list);
          for (const each of found) expect(list).toContain(each);
          expect(new Set(found).size).toBe(found.length);
        },
      ),
    );
  });
});
