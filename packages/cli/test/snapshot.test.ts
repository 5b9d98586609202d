import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import {
  difference,
  listed,
  stateOf,
  takenAgain,
  withFolders,
  withoutSlash,
} from '../src/watch/snapshot.ts';

/* What --watch takes for a change. */

const home = mkdtempSync(join(tmpdir(), 'kalint-snapshot-'));
let folder = '';
afterAll(() => rmSync(home, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(home, 'work-'));
  mkdirSync(join(folder, 'conf.d'));
  put('a.conf', 'a');
  put('conf.d/b.conf', 'b');
});

const at = (name: string): string => join(folder, name);
const put = (name: string, text: string): void => writeFileSync(at(name), text);

/** What is noticed of something that happens to a folder of which a run has looked at some paths. */
function noticed(
  paths: readonly string[],
  happens: () => void,
  own: readonly string[] = [],
): string {
  const files = new Map(paths.map((path) => [at(path), stateOf(at(path))]));
  const before = withFolders(files, own.map(at));
  happens();
  const changed = difference(before, takenAgain(before, own.map(at)));
  return changed === undefined ? '' : changed.slice(folder.length + 1);
}

describe('what changes a file', () => {
  test.each([
    ['another text', () => put('a.conf', 'other')],
    [
      'another file in its place, of the same size',
      () => {
        put('new', 'b');
        renameSync(at('new'), at('a.conf'));
      },
    ],
    ['that it is gone', () => rmSync(at('a.conf'))],
    [
      'that it is a folder',
      () => {
        rmSync(at('a.conf'));
        mkdirSync(at('a.conf'));
      },
    ],
  ])('%s', (_, happens) => {
    expect(noticed(['a.conf'], happens)).toBe('a.conf');
  });

  test('that a link leads elsewhere', () => {
    mkdirSync(at('old'));
    mkdirSync(at('new'));
    for (const name of ['old/a.conf', 'new/a.conf']) put(name, 'a');
    symlinkSync('old', at('data'));
    const turn = (): void => {
      symlinkSync('new', at('data.new'));
      renameSync(at('data.new'), at('data'));
    };
    expect(noticed(['data/a.conf'], turn)).toBe('data/a.conf');
  });

  test('that it is there at last', () => {
    expect(noticed(['new.conf', 'a.conf'], () => put('new.conf', ''))).toBe('new.conf');
  });
});

test('a folder that is named with a slash, and is not there, does not change all the time', () => {
  expect(withoutSlash('/')).toBe('/');
  const path = withoutSlash(`${at('missing')}//`);
  const before = withFolders(new Map([[path, stateOf(path)]]), []);
  expect(difference(before, takenAgain(before, []))).toBeUndefined();
  mkdirSync(at('missing'));
  expect(difference(before, takenAgain(before, []))).toBe(at('missing'));
});

test('nothing has changed where nothing has, whatever else is in the folder', () => {
  for (const name of ['Makefile', 'conf.d/README', '.hidden', 'no.ending.']) put(name, '');
  for (const path of ['a.conf', 'conf.d', 'conf.d/b.conf', 'missing.conf', '*.conf'])
    expect([path, noticed([path], () => undefined)]).toEqual([path, '']);
});

describe('what changes a folder', () => {
  test('a file that comes while others are read', () => {
    const files = new Map([[at('conf.d/b.conf'), stateOf(at('conf.d/b.conf'))]]);
    const listings = listed(files);
    put('conf.d/c.conf', '');
    const before = withFolders(files, [], listings);
    expect(difference(before, takenAgain(before, []))).toBe(at('conf.d/'));
    expect(difference(withFolders(files, []), takenAgain(before, []))).toBeUndefined();
  });

  test('a file that ends as one of those that were read', () => {
    expect(noticed(['conf.d/b.conf'], () => put('conf.d/c.conf', ''))).toBe('conf.d/');
  });

  test('anywhere below a folder, or a pattern, in which files are looked for', () => {
    mkdirSync(at('conf.d/x/y'), { recursive: true });
    for (const paths of [
      ['conf.d', 'a.conf'],
      ['conf.d/**/*.conf', 'a.conf'],
    ])
      expect(
        noticed(paths, () => put(`conf.d/x/y/${paths.length}${paths[0]?.length}.conf`, '')),
      ).toBe('conf.d/x/y/');
  });

  test('neither what editors keep beside a file, nor what the run writes, nor what stays as it is', () => {
    const beside = (): void => {
      for (const name of [
        '.a.conf.swp',
        'a.conf~',
        '#a.conf#',
        '4913',
        'a.conf.tmp',
        'a.conf.1234',
      ])
        put(name, 'a');
      put('report.conf', 'report');
    };
    expect(noticed(['a.conf', 'missing.conf', 'a*.conf'], beside, ['report.conf'])).toBe('');
  });
});
