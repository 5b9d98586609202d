import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokenTypes } from '../../../packages/parser/src/syntax/tokens.ts';
import { readGrammar } from '../ebnf/read.ts';
import type { Chapter, Production } from '../ebnf/expression.ts';
import { keywordChapter } from './keywords.ts';
import { numbersProductions } from './numbers.ts';
import { syntaxChapter } from './syntax.ts';

/** The whole grammar, from the file down to the characters. */
export function chapters(): readonly [
  syntax: Chapter,
  keywords: Chapter,
  words: Chapter,
  lexical: Chapter,
] {
  return [syntaxChapter(), keywordChapter(), wordChapter(), lexicalChapter()];
}

/*
 * Half of the tokens are found by functions, from which no production can be made. So these two parts
 * are written by hand, and the tests compare them with the lexer.
 */

function lexicalChapter(): Chapter {
  const productions = productionsIn('lexical.ebnf');
  const defined = [...productions, ...syntaxChapter().productions].map(({ name }) => name);
  for (const { name } of tokenTypes) {
    if (!defined.includes(name)) throw new Error(`lexical.ebnf says nothing of ${name}`);
  }
  return {
    title: 'Lexical part',
    introduction: [
      'How text is cut into tokens. Where a line begins, or behind a LeftBrace, RightBrace, Condition or ' +
        'Sequence (blanks and comments apart), a directive goes before all else: Definition, Condition, ' +
        'Sequence or Include. Otherwise the longest token counts and, of two as long, the one further up. ' +
        'Only at the beginning of the file there is a ByteOrderMark, before all else; elsewhere it is part ' +
        'of a word.',
      'ByteOrderMark, Whitespace and Comment separate tokens and mean nothing else.',
    ],
    productions,
  };
}

function wordChapter(): Chapter {
  return {
    title: 'Values',
    introduction: ['What a single word may be. Nothing stands between the parts of a word.'],
    productions: [...productionsIn('words.ebnf'), ...numbersProductions()],
  };
}

function productionsIn(file: string): readonly Production[] {
  return readGrammar(readFileSync(join(import.meta.dirname, file), 'utf8'));
}
