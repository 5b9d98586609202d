import { KeepalivedParser } from '../../../packages/parser/src/syntax/grammar.ts';
import { tokenTypes } from '../../../packages/parser/src/syntax/tokens.ts';
import {
  choice,
  nothing,
  optional,
  repetition,
  sequence,
  symbol,
  type Chapter,
  type Expression,
  type Production,
} from '../ebnf/expression.ts';

/** The part of Chevrotain's serialised grammar that is looked at. */
interface Gast {
  readonly type: string;
  readonly name?: string;
  readonly definition?: readonly Gast[];
}

/** The productions of the parser, as Chevrotain has recorded them, and the categories of its tokens. */
export function syntaxChapter(): Chapter {
  const rules: readonly Gast[] = new KeepalivedParser({
    validate: false,
  }).getSerializedGastProductions();
  return {
    title: 'Syntax',
    introduction: [
      'How a file is put together. Any text fits: the grammar is total, knows no keyword and is LL(1). ' +
        'It is a recording of the grammar that the parser runs.',
      'The tokens come from the lexical part. Newline counts only where it ends the words of a line: it is ' +
        'no token when it follows anything but a word, nor when the next token is a LeftBrace. Which ' +
        'braces belong to nothing, and where one is missing, is decided before the productions apply: then ' +
        'StrayBrace, MissingLeftBrace or MissingRightBrace stands there.',
    ],
    productions: [
      ...rules.map(({ name = '', definition = [] }) => ({
        name,
        expression: sequence(...definition.map(expressionOf)),
      })),
      ...categories(),
    ],
  };
}

function expressionOf({ type, name = '', definition = [] }: Gast): Expression {
  const items = definition.map(expressionOf);
  switch (type) {
    case 'NonTerminal':
      return symbol(name);
    case 'Terminal':
      // The end of the file is the end of the first production.
      return name === 'EOF' ? nothing : symbol(name);
    case 'Alternative':
      return sequence(...items);
    case 'Alternation':
      return choice(...items);
    case 'Option':
      return optional(sequence(...items));
    case 'Repetition':
      return repetition(sequence(...items));
    case 'RepetitionMandatory':
      return repetition(sequence(...items), 1);
    default:
      throw new Error(`the grammar has a ${type}, for which there is no notation yet`);
  }
}

/** `AnyWord ::= QuotedWord | ...`: tokens that the grammar does not tell apart. */
function categories(): readonly Production[] {
  const names = new Set(
    tokenTypes.flatMap(({ CATEGORIES = [] }) => CATEGORIES.map(({ name }) => name)),
  );
  return [...names].map((category) => ({
    name: category,
    expression: choice(
      ...tokenTypes
        .filter(({ CATEGORIES = [] }) => CATEGORIES.some(({ name }) => name === category))
        .map(({ name }) => symbol(name)),
    ),
  }));
}
