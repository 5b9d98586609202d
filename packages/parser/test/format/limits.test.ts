import { expect, test } from 'vitest';
import { format } from '../../src/index.ts';

/* Whatever is formatted is formatted within some memory and time. */

const doubtOf = (text: string): string | undefined => {
  const formatted = format({ path: 'a.conf', text });
  return formatted.kind === 'doubtful' ? formatted.doubt.kind : undefined;
};

test.each([
  ['many words', 'a b c\n'.repeat(90_000)],
  ['many comments', '#\n'.repeat(300_000)],
  ['many characters', '#'.repeat(17 * 1024 * 1024)],
  ['a long line', 'x '.repeat(40_000)],
])('%s are too many', (_, text) => {
  expect(doubtOf(text)).toBe('limit-exceeded');
});

test('blocks in blocks are too many', () => {
  expect(doubtOf('a {\n'.repeat(200) + '}\n'.repeat(200))).toBe('deep-nesting');
});

test('switches in any number take no time', () => {
  const start = process.cpuUsage();
  expect(doubtOf('# kalint-fmt-ignore\n'.repeat(30_000))).toBe(undefined);
  expect(doubtOf('# kalint-fmt-off\n'.repeat(30_000))).toBe(undefined);
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5);
});
