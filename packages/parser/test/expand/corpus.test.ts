import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { configIdsIn } from '../../src/expand/conditions.ts';
import { expand } from '../../src/expand/expand.ts';
import { totals } from '../../src/expand/limits.ts';
import type { ExpandProblem } from '../../src/expand/problems.ts';
import { parse, parseExpanded } from '../../src/parse.ts';

/*
 * The files of keepalived's co-maintainer: nearly all are valid and half of them use the preprocessor.
 * They lie next to the project and not in it; where they are not there, these tests are skipped.
 */

const folder = join(import.meta.dirname, '../../../../../shared/corpus/maintainer');
const files = existsSync(folder) ? readdirSync(folder).sort() : [];
if (files.length === 0) console.warn(`skipped: there is no ${folder}`);

/** What tells of a mistake whatever release reads the file. */
const mistakes: ReadonlySet<ExpandProblem['kind']> = new Set([
  'blank-before-equals',
  'blank-in-reference',
  'definition-cut',
  'expansion-too-large',
  'include-delayed',
  'include-loop',
  'include-read-twice',
  'line-too-long',
  'list-too-many-values',
  'multiline-reference-not-at-end',
  'self-reference',
  'sequence-invalid',
  'sequence-too-long',
  'skipped-definition-goes-on',
  'wrong-parameters',
  'written-line-too-long',
]);

describe.skipIf(files.length === 0)('the files of the co-maintainer', () => {
  test.each(files.map((name) => [name]))('%s', (name) => {
    const source = { path: `/${name}`, text: readFileSync(join(folder, name), 'latin1') };
    const tree = parse(source);
    for (const configId of [undefined, ...configIdsIn(tree)]) {
      const expansion = expand(source, { configId, random: 0 });
      expect(expansion.expanded.text.length).toBeLessThanOrEqual(totals.characters);
      expect(expansion.problems.filter(({ kind }) => mistakes.has(kind))).toEqual([]);
      if (expansion.expanded.text.length > 500_000) continue;
      // Whatever is wrong with the braces of an expanded file is so in the file.
      const { problems } = parseExpanded(expansion);
      if (tree.problems.length === 0) expect(problems).toEqual([]);
    }
  });
});
