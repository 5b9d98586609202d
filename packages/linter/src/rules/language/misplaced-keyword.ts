import {
  parseAddress,
  placementsOf,
  type BlockPath,
  type KeywordSchema,
  type Release,
  type Statement,
} from '@kalint/parser';
import { defineRule } from '../../rule.ts';
import { unknownKeywordNote } from './consequence.ts';
import { problemsOf } from './problems.ts';
import { renaming } from './rename.ts';
import { homesOf, keywordsOf, placeApartFrom, placeName, schemaIn } from './vocabulary.ts';

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
      const namesake = namesakeOf(statement, block, release);
      report({
        at: keyword,
        message: `${quote(keyword)} belongs ${placeApartFrom(block, homes)}, not ${placeHere(block, homes)}`,
        notes: [unknownKeywordNote(statement)],
        help: namesake && `${placeName(block)} it is called \`${namesake}\``,
        fix: namesake === undefined ? undefined : renaming(node, statement, namesake),
      });
    }
  },
});

/** The block in which the keyword stands, with the one around it when there are others of its name. */
function placeHere(block: BlockPath, homes: readonly BlockPath[]): string {
  const isAmbiguous = block.length > 1 && homes.some((home) => home.at(-1) === block.at(-1));
  return isAmbiguous ? `in \`${block.at(-1)}\` of \`${block.at(-2)}\`` : placeName(block);
}

/**
 * What the same setting is called here: a keyword that replaced it elsewhere, or one that has the
 * same values and the same name but for what belongs to the block.
 */
function namesakeOf(
  { keyword: { text: word }, words, block: own }: Statement,
  block: BlockPath,
  release: Release,
): string | undefined {
  const here = keywordsOf(block, release);
  // In SMTP_CHECK it is a block; people write the address behind it.
  const [value, ...more] = words;
  const isAddress =
    word === 'host' && !own && more.length === 0 && parseAddress(value?.text ?? '') !== undefined;
  if (isAddress && here.includes('connect_ip')) return 'connect_ip';
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
