import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lintCluster } from './lint-files.ts';
import { always, filesOf, rows, type Row } from './truth-table.ts';

/* There must be an error exactly where both nodes became master. */

describe.each(always)('keepalived %s', (release) => {
  test.each(rows.map((row) => [row.difference, row] as const))('differing in: %s', (_, row) => {
    const { high, low } = filesOf(row);
    const expected = row.bothMaster.includes(release) ? 1 : 0;
    for (const files of [
      { high, low },
      { low, high },
    ]) {
      const errors = lintCluster(files, release).filter(({ severity }) => severity === 'error');
      expect(errors.map(({ message }) => message)).toHaveLength(expected);
    }
  });
});

const table = join(import.meta.dirname, '../../../../../shared/reference/misconfigurations.md');

describe.skipIf(!existsSync(table))('the table of the reference', () => {
  const seen = existsSync(table) ? rowsOf(readFileSync(table, 'utf8')) : [];

  test('has as many rows as this one knows', () => {
    const known = new Set(rows.flatMap(({ reference = [] }) => reference));
    expect(new Set(seen.map(({ difference }) => difference))).toEqual(known);
  });

  test.each(seen)('says the same about: $difference', ({ difference, bothMaster }) => {
    const own = rows.filter(({ reference }) => reference === difference);
    expect(own.length).toBeGreaterThan(0);
    for (const row of own) expect(row.bothMaster).toEqual(bothMaster);
  });
});

/** The rows of section 3: a difference, and what daemons of either release did. */
function rowsOf(text: string): readonly Pick<Row, 'difference' | 'bothMaster'>[] {
  const [, section = ''] = text.split(/^## 3\..*$/m);
  return section
    .split('\n')
    .filter((line) => /^\| (?!difference)/.test(line))
    .map((line) => {
      const [difference = '', ...seen] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      const [old = ''] = seen;
      const cells = seen.map((cell) => (cell === 'same' ? old : cell));
      const bothMaster = always.filter((_, index) => cells[index] === 'BOTH');
      return { difference, bothMaster };
    });
}
