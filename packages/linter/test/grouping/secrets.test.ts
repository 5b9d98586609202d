import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newestRelease } from '@kalint/parser';
import { expect, test } from 'vitest';
import { readMarks, secretSpans } from '../../src/index.ts';

/* Marks are printed by --explain-clusters, and written into a configuration file by kalint init. */

const fixtures = join(import.meta.dirname, '../../../../fixtures');

test('marks hold no secret of any fixture', () => {
  let count = 0;
  const shown: string[] = [];
  for (const path of readdirSync(fixtures, { recursive: true }).map(String)) {
    if (!path.endsWith('.conf')) continue;
    const source = { path, text: readFileSync(join(fixtures, path), 'utf8') };
    // A shorter one may stand in any number.
    const secrets = secretSpans(source)
      .map(({ start, end }) => source.text.slice(start, end))
      .filter(({ length }) => length >= 4);
    if (secrets.length === 0) continue;
    count += secrets.length;
    const marks = JSON.stringify(readMarks(source, newestRelease));
    if (secrets.some((secret) => marks.includes(secret))) shown.push(path);
  }
  expect(shown).toEqual([]);
  expect(count).toBeGreaterThan(50);
});
