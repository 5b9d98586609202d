import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { format, newestRelease, sameMeaning, type SourceFile } from '../../src/index.ts';

/*
 * Real files, which lie next to the project and not in it; where they are not there, these tests are skipped.
 * `pnpm oracle` asks keepalived about them.
 */

const folder = join(import.meta.dirname, '../../../../../shared/corpus');
const parts = existsSync(folder) ? ['strangers', 'upstream', 'maintainer'] : [];
if (parts.length === 0) console.warn(`skipped: there is no ${folder}`);

/** In milliseconds: a busy machine must not fail it. */
const patience = 300_000;

function filesOf(part: string): readonly SourceFile[] {
  return readdirSync(join(folder, part))
    .sort()
    .map((name) => ({ path: name, text: readFileSync(join(folder, part, name), 'latin1') }));
}

describe.skipIf(parts.length === 0)('formatting is idempotent and keeps the meaning', () => {
  test.each(parts)('of %s', { timeout: patience }, (part) => {
    const leftAlone: string[] = [];
    const files = filesOf(part);
    for (const source of files) {
      const formatted = format(source);
      if (formatted.kind === 'doubtful') {
        leftAlone.push(`${source.path}: ${formatted.doubt.kind}`);
        continue;
      }
      const after = { ...source, text: formatted.text };
      expect([source.path, format(after)]).toEqual([source.path, formatted]);
      const isSame = sameMeaning(source, after, { release: newestRelease });
      expect([source.path, isSame]).toEqual([source.path, true]);
    }
    // Each for braces that do not pair up; a formatter that leaves all alone would be right, too.
    expect(leftAlone.filter((each) => !/: (?:extra-brace|unclosed-block)$/.test(each))).toEqual([]);
    expect(leftAlone.length / files.length).toBeLessThan(0.03);
  });
});
