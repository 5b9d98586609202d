import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, print, type SourceFile } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import { processorTimeOf } from '../../../scripts/timing.ts';
import { decode } from '../../cli/src/disk/decode.ts';
import { lint } from '../src/index.ts';
import { ordinary } from './bounds/inputs.ts';

/*
 * Real configurations by strangers and by keepalived's maintainers. They lie next to the project and
 * not in it; where they are not there, these tests are skipped and say so.
 */

const corpus = join(import.meta.dirname, '../../../../shared/corpus');
const isThere = existsSync(corpus);
if (!isThere) console.warn('skipped: the corpus is not there');

const files = isThere
  ? ['strangers', 'upstream', 'maintainer'].flatMap((folder) =>
      readdirSync(join(corpus, folder)).map((name) => `${folder}/${name}`),
    )
  : [];

const usual: SourceFile = { path: 'usual.conf', text: ordinary(100_000) };

/** What the usual file takes where nothing else runs; bounds.test.ts counts in it, too. */
const usualMilliseconds = 33;

/**
 * Whether one of ten times is short enough. Processors are slower, too, where others share them: then time is
 * counted in what a usual file takes at the same moment.
 */
function isLintedWithin(milliseconds: number, source: SourceFile): boolean {
  return Array.from({ length: 10 }).some(() => {
    const time = processorTimeOf(() => lint([source]));
    if (time <= milliseconds) return true;
    const unit = processorTimeOf(() => lint([usual]));
    return time / unit <= milliseconds / usualMilliseconds;
  });
}

describe.skipIf(!isThere)('the corpus', () => {
  const texts = files.flatMap((path) => {
    const decoded = decode(readFileSync(join(corpus, path)));
    return decoded.kind === 'text' ? [{ path, text: decoded.text }] : [];
  });

  test('is read whole', () => {
    expect(texts.length).toBe(files.length);
    expect(texts.length).toBeGreaterThan(400);
  });

  test('comes back from its trees byte for byte', () => {
    for (const source of texts)
      expect([source.path, print(parse(source)) === source.text]).toEqual([source.path, true]);
  });

  test('is linted without a crash, and no file takes more than 200 ms', () => {
    lint(texts.slice(0, 20));
    for (const source of texts) {
      expect([source.path, isLintedWithin(200, source)]).toEqual([source.path, true]);
    }
  });

  test('gives the same diagnostics every time', () => {
    for (const source of texts) {
      const twice = [lint([source]), lint([{ ...source }])].map(({ diagnostics }) =>
        diagnostics.map(({ rule, message, location }) => [rule, message, location.span]),
      );
      expect(twice[0]).toEqual(twice[1]);
    }
  });
});
