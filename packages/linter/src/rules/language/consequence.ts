import type { KeywordSchema, Statement, Word } from '@kalint/parser';
import { isInBlock } from './problems.ts';
import type { ValueProblem } from './subject.ts';

type BadValue = Pick<ValueProblem, 'argument'> & {
  readonly schema: KeywordSchema;
  readonly statement: Statement;
  readonly word: Word;
};

/** What keepalived does with a value that it cannot take. */
export function consequenceOf({ schema, statement, word, argument }: BadValue): string {
  const ignored = 'keepalived reports it and ignores the line';
  if (argument) {
    if (argument.schema.loss === 'nothing') return 'keepalived reports it';
    const isSpared = argument.schema.loss === 'argument';
    if (isSpared)
      return `keepalived reports it and ignores the ${argument.option ? 'option' : 'value'}`;
    if (isInBlock(word, statement)) return ignored;
  } else if (isInBlock(word, statement)) {
    return ignored;
  }
  if (schema.instead !== undefined) return `keepalived reports it and uses ${schema.instead}`;
  if (statement.block) return 'keepalived reports it and skips the whole block';
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
