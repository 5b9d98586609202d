import { placementsOf, type BlockPath, type KeywordSchema, type Release } from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { unknownKeywordNote } from './consequence.ts';
import { problemsOf } from './problems.ts';
import { renaming } from './rename.ts';
import { homesOf, keywordsOf, placeName, schemaIn } from './vocabulary.ts';

/**
 * lib/parser.c, process_stream() looks a keyword up among those of the block that is open, and
 * nowhere else.
 */
export const misplacedKeyword = defineRule({
  id: 'misplaced-keyword',
  scope: 'config',
  severity: 'error',
  summary: 'A keyword stands in a block that does not take it',
  check(node, { release, report, quote }) {
    for (const { statement, block } of problemsOf(node, 'unknown-keyword')) {
      const { keyword } = statement;
      const homes = homesOf(keyword.text, release);
      if (homes.length === 0) continue;
      const namesake = namesakeOf(keyword.text, block, release);
      report({
        at: keyword,
        message: `${quote(keyword)} belongs ${placeName(...homes)}, not ${placeName(block)}`,
        notes: [unknownKeywordNote(statement)],
        help: namesake && `${placeName(block)} it is called \`${namesake}\``,
        fix: namesake === undefined ? undefined : renaming(node, statement, namesake),
      });
    }
  },
});

/**
 * What the same setting is called here: a keyword that replaced it elsewhere, or one that has the
 * same values and the same name but for what belongs to the block.
 */
function namesakeOf(word: string, block: BlockPath, release: Release): string | undefined {
  const here = keywordsOf(block, release);
  for (const { schema } of placementsOf(word)) {
    const { deprecated } = schema;
    if (deprecated?.renamed && here.includes(deprecated.use)) return deprecated.use;
    const other = [`vrrp_${word}`, word.replace(/^(?:vrrp|script)_/, '')].find(
      (name) => name !== word && here.includes(name) && isSameValue(schema, schemaIn(block, name)),
    );
    if (other !== undefined) return other;
  }
  return undefined;
}

function isSameValue(a: KeywordSchema, b: KeywordSchema | undefined): boolean {
  return JSON.stringify(a.value) === JSON.stringify(b?.value);
}
