import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeBraces } from '../../../packages/parser/src/braces/place-braces.ts';
import { parseTokens } from '../../../packages/parser/src/syntax/grammar.ts';
import { layOut } from '../../../packages/parser/src/syntax/layout.ts';
import { tokenise } from '../../../packages/parser/src/syntax/tokens.ts';
import type { Item } from '@kalint/parser';
import { symbolsOf } from '../../generate/ebnf/expression.ts';
import { printProduction } from '../../generate/ebnf/print.ts';
import { readGrammar } from '../../generate/ebnf/read.ts';
import { derive, type Derivation } from './ebnf-derivation.ts';
import { lex } from './ebnf-lexer.ts';
import { grammarOf, isWordName } from './ebnf-matcher.ts';
import { fixtureFiles } from './fixture-files.ts';

/*
 * What grammar/keepalived.ebnf says, as it is published, is what the lexer and the parser do. What it says
 * of keywords is tested in ebnf-keywords.test.ts.
 */

const productions = readGrammar(
  readFileSync(join(import.meta.dirname, '../../../grammar/keepalived.ebnf'), 'utf8'),
);
const grammar = grammarOf(productions);
const starts = ['configuration', 'keepalived.conf'];

describe('the file', () => {
  test('defines every symbol once', () => {
    const names = productions.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('defines what it uses, and uses what it defines', () => {
    const used = new Set(productions.flatMap(({ expression }) => symbolsOf(expression)));
    const defined = new Set(grammar.keys());
    expect([...used].filter((name) => !defined.has(name))).toEqual([]);
    // Trivia stand between all tokens; which, the introduction of the lexical part says.
    const alone = [...starts, 'ByteOrderMark', 'Whitespace', 'Comment'];
    expect([...defined].filter((name) => !used.has(name) && !alone.includes(name))).toEqual([]);
  });

  test('can be read and printed without a change', () => {
    for (const production of productions) {
      expect(readGrammar(printProduction(production))).toEqual([production]);
    }
  });

  test.each(["a ::= 'b", 'a ::= (b', 'a b', 'a ::= b)', '::= a', 'a ::= %'])(
    'would not be read if it held %s',
    (text) => {
      expect(() => readGrammar(text)).toThrow(SyntaxError);
    },
  );
});

describe('the lexical part', () => {
  const lexerOf = (text: string): readonly string[] => {
    const { tokens, trivia } = tokenise(text);
    return [...tokens, ...trivia]
      .sort((a, b) => a.startOffset - b.startOffset)
      .map(
        ({ tokenType, startOffset, image }) =>
          `${tokenType.name} ${startOffset}-${startOffset + image.length}`,
      );
  };

  test('cuts all fixtures into the tokens of the lexer', () => {
    for (const { path, text } of fixtureFiles()) {
      expect([path, ...lex(grammar, text)]).toEqual([path, ...lexerOf(text)]);
    }
  });

  const fragments = [
    ...['{', '}', '"', "'", '#', '!', '\\', '$', '@', '~', '=', ')', '\n', '\r\n', ' ', '\t'],
    ...['\f', '\v', '\uFEFF', '\u00A0', 'é', 'a', 'include ', 'includes ', '@id', '$N=', '${N}'],
    ...['~SEQ(a, 1', '~SEQx(', '~LST('],
  ];

  test('cuts any text into the tokens of the lexer', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 25 }), (parts) => {
        const text = parts.join('');
        expect(lex(grammar, text)).toEqual(lexerOf(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the syntactic part', () => {
  const isToken = (name: string): boolean => isWordName(name) && !name.startsWith('Any');

  test('derives all fixtures as the parser does', () => {
    for (const source of fixtureFiles()) {
      const { tokens } = placeBraces(source, layOut(tokenise(source.text)));
      const names = tokens.map(({ tokenType }) => tokenType.name);
      const derivation = derive(grammar, 'configuration', names, isToken);
      expect([source.path, derivation && drawDerivation(derivation)]).toEqual([
        source.path,
        parseTokens(source, tokens).map(drawItem).join(' '),
      ]);
    }
  });
});

/** `2 words [ ... ]` for a statement of two words with a block. */
function drawItem(item: Item): string {
  switch (item.kind) {
    case 'statement': {
      const words = `${item.words.length + 1} words`;
      return item.block ? `${words} ${drawItem(item.block)}` : words;
    }
    case 'block':
      return `[ ${item.items.map(drawItem).join(' ')} ]`;
    case 'stray-brace':
      return 'stray';
    default:
      return 'directive';
  }
}

function drawDerivation({ name, parts }: Derivation): string {
  const inner = (): string =>
    parts.flatMap((part) => (typeof part === 'string' ? [] : [drawDerivation(part)])).join(' ');
  switch (name) {
    case 'statement': {
      const words = parts.filter((part) => typeof part !== 'string' && part.name === 'AnyWord');
      const block = parts.find((part) => typeof part !== 'string' && part.name === 'block');
      const drawn = typeof block === 'object' ? ` ${drawDerivation(block)}` : '';
      return `${words.length} words${drawn}`;
    }
    case 'block':
      return `[ ${inner()} ]`;
    case 'AnyDirective':
      return 'directive';
    case 'item':
      return parts.includes('StrayBrace') ? 'stray' : inner();
    default:
      return [...parts.filter((part) => part === 'RightBrace').map(() => 'stray'), inner()]
        .filter((part) => part !== '')
        .join(' ');
  }
}
