import { expect, test } from 'vitest';
import { printableJson, printableJsonOf } from '../../src/terminal/printable-json.ts';

/* A long list is written in pieces; together they are what would be written at once. */

const hostile = [
  '"things": []',
  '\n  ]\n',
  '\u001B[2J',
  '\u200B',
  '\u{E0001}',
  '日本',
  '\u007F',
  '🦊',
];

test.each([0, 1, 255, 256, 257, 1000])('a list of %i', (count) => {
  const written = (index: number): object => ({
    index,
    text: hostile[index % hostile.length],
    things: [],
    nested: [[], {}, [{ things: [index] }]],
  });
  const numbers = Array.from({ length: count }, (_, index) => index);
  const frame = { version: 1, said: hostile, things: [], behind: { things: [] } };
  const pieces = printableJsonOf(frame, 'things', numbers, written);
  expect(pieces.join('')).toBe(printableJson({ ...frame, things: numbers.map(written) }));
  if (count > 256) expect(pieces.length).toBeGreaterThan(3);
});
