import type { KeywordSchema, Statement, Word } from '@kalint/parser';
import { isInBlock, leadsLine } from './problems.ts';

interface BadValue {
  readonly schema: KeywordSchema;
  readonly statement: Statement;
  readonly word: Word;
}

/** What keepalived does with a value that it cannot take. */
export function consequenceOf({ schema, statement, word }: BadValue): string {
  if (isInBlock(word, statement)) {
    return leadsLine(word)
      ? 'keepalived reports it and ignores the line'
      : 'keepalived reports it and ignores the value';
  }
  if (schema.instead !== undefined) return `keepalived reports it and uses ${schema.instead}`;
  if (statement.block) return 'keepalived reports it and skips the whole block';
  const ignored = 'keepalived reports it and ignores the line';
  if (schema.required) return `${ignored}, and \`${statement.keyword.text}\` is required`;
  const { default: usual } = schema;
  const hasPlainDefault = typeof usual === 'number' || typeof usual === 'boolean';
  return hasPlainDefault ? `${ignored}: ${usual}, the default, is used` : ignored;
}

/** What keepalived does with a word that it does not know where it stands. */
export function unknownKeywordNote({ block }: Statement): string {
  const ignored = 'keepalived reports "Unknown keyword" and ignores the line';
  return block ? `${ignored}; the block behind it upsets what follows` : ignored;
}
