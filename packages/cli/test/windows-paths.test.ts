import { posix, win32 } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isBelow } from '../src/disk/include-roots.ts';

/*
 * What Windows makes of paths, as far as it can be asked without Windows: with node:path's win32. Nothing here was
 * run there.
 */

describe('whether a path lies in a project', () => {
  test.each([
    ['C:\\site\\lb1\\keepalived.conf', true],
    ['C:\\site', true],
    ['c:\\SITE\\lb1.conf', true],
    ['C:\\site\\..lb1.conf', true],
    ['C:\\site-2\\lb1.conf', false],
    ['C:\\', false],
    ['C:\\other\\lb1.conf', false],
    ['D:\\site\\lb1.conf', false],
    ['\\\\server\\share\\site\\lb1.conf', false],
  ])('%s', (path, isInside) => {
    expect(isBelow(path, ['C:\\site'], win32)).toBe(isInside);
  });

  test('below a drive, and below a share, is everything on it', () => {
    expect(isBelow('C:\\site\\lb1.conf', ['C:\\'], win32)).toBe(true);
    expect(isBelow('\\\\server\\share\\lb1.conf', ['\\\\server\\share\\'], win32)).toBe(true);
  });

  test('where a backslash is a character like others it leads nowhere', () => {
    expect(isBelow('/site/..\\lb1.conf', ['/site'], posix)).toBe(true);
    expect(isBelow('/site\\lb1.conf', ['/site'], posix)).toBe(false);
    expect(isBelow('/site/lb1.conf', ['/'], posix)).toBe(true);
  });
});
