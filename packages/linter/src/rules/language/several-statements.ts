import type { BlockPath, Release, Statement, Word } from '@kalint/parser';
import type { Finding, RuleContext } from '../../rule.ts';
import { keywordsOf, schemaIn } from './vocabulary.ts';
import { onOwnLines } from './word-edits.ts';

/** The keywords among the words behind a value, which were meant to be statements of their own. */
export function keywordsAmong(
  words: readonly Word[],
  block: BlockPath,
  release: Release,
): readonly Word[] {
  const keywords = keywordsOf(block, release);
  const isKeyword = ({ text, quoted }: Word): boolean => !quoted && keywords.includes(text);
  return words[0] && isKeyword(words[0]) ? words.filter(isKeyword) : [];
}

/** The keyword at the end of a line whose block it opens: `priority 200 virtual_ipaddress {`. */
export function openerBehindValue(
  { keyword, words, block: own }: Statement,
  block: BlockPath,
  release: Release,
): Word | undefined {
  const last = words.at(-1);
  if (!own || !last || last.quoted || takesBlock(keyword.text, block)) return undefined;
  const isOpener = takesBlock(last.text, block) && keywordsOf(block, release).includes(last.text);
  return isOpener ? last : undefined;
}

function takesBlock(word: string, block: BlockPath): boolean {
  const schema = schemaIn(block, word);
  return schema?.keywords !== undefined || schema?.lines !== undefined;
}

export function severalStatements(
  keywords: readonly Word[],
  { quote }: RuleContext,
): Omit<Finding, 'at'> {
  return {
    message: `${keywords.map(quote).join(', ')} must begin a line`,
    notes: ['keepalived reads one statement from a line, ignores the rest of it and says nothing'],
    help: 'write each statement on a line of its own',
    fix: onOwnLines(keywords),
  };
}
