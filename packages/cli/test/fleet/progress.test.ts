import { describe, expect, test } from 'vitest';
import { bar } from '../../src/fleet/progress.ts';

function shown(steps: readonly (readonly [time: number, done: number])[], of: number) {
  const written: string[] = [];
  let time = 0;
  const progress = bar(
    (text) => void written.push(text),
    () => time,
  );
  for (const [at, done] of steps) {
    time = at;
    progress.show('files read', done, of);
  }
  progress.clear();
  return written;
}

describe('the progress', () => {
  test('is one line that grows, and leaves no trace', () => {
    expect(
      shown(
        [
          [0, 0],
          [200, 5],
          [400, 10],
        ],
        10,
      ),
    ).toEqual([
      `\r${'.'.repeat(30)} files read 0 of 10\u001B[K`,
      `\r${'#'.repeat(15)}${'.'.repeat(15)} files read 5 of 10\u001B[K`,
      `\r${'#'.repeat(30)} files read 10 of 10\u001B[K`,
      '\r\u001B[K',
    ]);
  });

  test('is drawn ten times a second at most, and always when all is done', () => {
    const steps = Array.from({ length: 1001 }, (_, done) => [done, done] as const);
    expect(shown(steps, 1000).length).toBeLessThanOrEqual(13);
    expect(shown(steps, 1000)).toContainEqual(expect.stringContaining('1000 of 1000'));
  });

  test('leaves a terminal alone on which nothing was shown', () => {
    expect(shown([], 10)).toEqual([]);
  });
});
