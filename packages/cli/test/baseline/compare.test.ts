import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/baseline/baseline.ts';
import { compare, type Identity } from '../../src/baseline/compare.ts';
import type { Entry } from '../../src/baseline/entry.ts';
import { entriesIn } from '../../src/baseline/read-baseline.ts';

/** A finding is its identity, and where it is. */
interface Finding extends Identity {
  readonly line: number;
}

const fingerprint = (digit: string): string => digit.repeat(32);

function finding(file: string, digit: string, line = 1): Finding {
  return { file, rule: 'unknown-keyword', fingerprint: fingerprint(digit), line };
}

function entry(file: string, digit: string, count = 1): Entry {
  return { file, rule: 'unknown-keyword', fingerprint: fingerprint(digit), count };
}

const everything = (): boolean => true;
const nothing = (): boolean => false;

describe('what a baseline knows', () => {
  test('of findings that are alike, the first ones', () => {
    const found = [finding('a.conf', '1', 3), finding('a.conf', '1', 7), finding('a.conf', '1', 9)];
    const { unknown, known, gone } = compare(
      found,
      [entry('a.conf', '1', 2)],
      (each) => each,
      everything,
    );
    expect(unknown).toEqual([finding('a.conf', '1', 9)]);
    expect({ known, gone }).toEqual({ known: 2, gone: [] });
  });

  test('is of one file and one rule', () => {
    const others = [
      finding('b.conf', '1'),
      finding('a.conf', '2'),
      { ...finding('a.conf', '1'), rule: 'extra-words' },
    ];
    const { unknown } = compare(others, [entry('a.conf', '1')], (each) => each, everything);
    expect(unknown).toEqual(others);
  });

  test('is gone when it was looked for in vain', () => {
    const entries = [entry('a.conf', '1', 3), entry('b.conf', '1')];
    const { gone, updated } = compare(
      [finding('a.conf', '1')],
      entries,
      (each) => each,
      ({ file }) => file === 'a.conf',
    );
    expect(gone).toEqual([entry('a.conf', '1', 2)]);
    // What this run could not find is kept.
    expect(updated).toEqual([entry('a.conf', '1', 1), entry('b.conf', '1')]);
  });

  test('is kept, and what is found comes to it, when nothing was looked for', () => {
    const { updated } = compare(
      [finding('a.conf', '2')],
      [entry('a.conf', '1')],
      (each) => each,
      nothing,
    );
    expect(updated).toEqual([entry('a.conf', '1'), entry('a.conf', '2')]);
  });
});

const identities = fc.record({
  file: fc.constantFrom('a.conf', 'b/c.conf', '../d.conf', '__proto__', 'x\u001b"\u2028.conf'),
  rule: fc.constantFrom('unknown-keyword', 'extra-words', 'constructor'),
  fingerprint: fc.constantFrom(fingerprint('0'), fingerprint('a'), fingerprint('f')),
});
const entries = fc.array(
  fc
    .record({ count: fc.integer({ min: 1, max: 4 }) })
    .chain(({ count }) => identities.map((identity): Entry => ({ ...identity, count }))),
);

test('what an update has written knows all that was found, and nothing besides', () => {
  fc.assert(
    fc.property(fc.array(identities), entries, (found, before) => {
      const { updated } = compare(found, before, (each) => each, everything);
      const read = entriesIn(textOf(updated));
      if (typeof read === 'string') throw new Error(read);
      const again = compare(found, read, (each) => each, everything);
      expect(again).toMatchObject({ unknown: [], gone: [], known: found.length });
      expect(textOf(again.updated)).toBe(textOf(updated));
    }),
  );
});

test('neither the order of findings nor that of entries decides what is written', () => {
  fc.assert(
    fc.property(fc.array(identities), entries, (found, before) => {
      const write = (a: readonly Identity[], b: readonly Entry[]): string =>
        textOf(compare(a, b, (each) => each, nothing).updated);
      expect(write(found.toReversed(), before.toReversed())).toBe(write(found, before));
    }),
  );
});

test('numbers add up', () => {
  fc.assert(
    fc.property(fc.array(identities), entries, fc.func(fc.boolean()), (found, before, sought) => {
      const compared = compare(found, before, (each) => each, sought);
      const sum = (all: readonly Entry[]): number =>
        all.reduce((total, { count }) => total + count, 0);
      expect(compared.known + compared.unknown.length).toBe(found.length);
      expect(sum(compared.updated)).toBe(
        found.length + sum(before) - compared.known - sum(compared.gone),
      );
    }),
  );
});
