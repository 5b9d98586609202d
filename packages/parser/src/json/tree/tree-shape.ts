import { nestingLimit } from '../../braces/nesting-limit.ts';
import { rangeDefinitions, type PositionJson, type RangeJson } from '../place.ts';
import { schemaDocument, type JsonSchema } from '../schema.ts';
import {
  anyString,
  choice,
  defined,
  described,
  either,
  list,
  nested,
  oneOf,
  record,
  stringLike,
  wholeNumber,
  type JsonProblem,
  type Shape,
} from '../shape.ts';
import type {
  BlockJson,
  CommentJson,
  DirectiveJson,
  ItemJson,
  PieceJson,
  StatementJson,
  StrayBraceJson,
  SyntaxTreeJson,
  TriviaJson,
  WordJson,
} from './tree-json.ts';

const position = record<PositionJson>(
  { line: wholeNumber(1), column: wholeNumber(1), offset: wholeNumber(0) },
  {},
);

const range = defined('range', () => wholeRange);

const wholeRange = record<RangeJson>({ start: position, end: position }, {});

const blanks = described(
  'Blanks and newlines as they are.',
  stringLike(/^\uFEFF?[ \t\n\r\f\v]*$/, 'blanks and newlines'),
);

const comment = record<CommentJson>(
  {
    kind: oneOf('comment'),
    text: stringLike(/^[#!][^\n]*$/, 'a comment: # or !, and no newline'),
  },
  { range },
);

const trivia = described(
  'What stands between two pieces. Absent: what one would expect.',
  list<TriviaJson>(either('string', blanks, comment)),
);

const around = {
  before: defined('trivia', () => trivia),
  after: defined('trivia', () => trivia),
  range,
};

const word = record<WordJson>(
  { text: described('Without its quotes.', stringLike(/^[^\n]*$/, 'a text without a newline')) },
  {
    quoting: described(
      'Absent: none. An unterminated word has no second quote and ends with its line.',
      oneOf('double', 'unterminated'),
    ),
    joined: described('It touches the word before it.', oneOf(true)),
    ...around,
  },
);

const brace = described(
  'What stands around a brace; false: it is missing.',
  either('boolean', oneOf(false), record<PieceJson>({}, around)),
);

const items = list<ItemJson>(nested('item', () => item, { depth: nestingLimit, of: 'blocks' }));

const block = record<BlockJson>(
  { kind: oneOf('block'), items },
  {
    open: defined('brace', () => brace),
    close: defined('brace', () => brace),
  },
);

const statement = record<StatementJson>(
  {
    kind: oneOf('statement'),
    keyword: defined('word', () => word),
    words: list(defined('word', () => word)),
  },
  { block: defined('block', () => block), range },
);

const directive = record<DirectiveJson>(
  {
    kind: oneOf('definition', 'condition', 'sequence', 'include'),
    text: described('As it is written.', anyString),
  },
  around,
);

const item: Shape<ItemJson> = choice<ItemJson>({
  statement,
  block: defined('block', () => block),
  definition: directive,
  condition: directive,
  sequence: directive,
  include: directive,
  'stray-brace': record<StrayBraceJson>(
    { kind: oneOf('stray-brace'), text: oneOf('{', '}') },
    around,
  ),
});

const tree = record<SyntaxTreeJson>(
  { format: oneOf('kalint-syntax-tree'), version: oneOf(1), items },
  {
    file: described('As it was named.', anyString),
    encoding: described("Of the file's bytes; UTF-8 when absent.", oneOf('utf-8', 'latin-1')),
    masked: described('Secrets are replaced by asterisks: no text can be built.', oneOf(true)),
    end: defined('trivia', () => trivia),
    unread: described('Text that is not read because a limit is exceeded.', anyString),
  },
);

/** The JSON Schema of the JSON form of a syntax tree. */
export function treeSchema(): JsonSchema {
  return schemaDocument(
    {
      title: 'Syntax tree of a keepalived.conf',
      description:
        'What `kalint ast --tree` prints and `kalint build` reads: a file as it is written. Under `version: 1` nothing is renamed, removed or given another meaning; properties may be added.',
    },
    tree.schema,
    {
      item: described('A line, a block, a directive of the preprocessor, or an extra brace.', item)
        .schema,
      block: block.schema,
      word: word.schema,
      brace: brace.schema,
      trivia: trivia.schema,
      ...rangeDefinitions,
    },
  );
}

/** What keeps a JSON value from being the JSON form of a syntax tree, or the value as one. */
export function readTree(
  json: unknown,
): { readonly tree: SyntaxTreeJson } | { readonly problem: JsonProblem } {
  let problem: JsonProblem | undefined;
  const report = (found: JsonProblem): void => void (problem ??= found);
  if (tree.fits(json, '', { report, depth: 0 })) return { tree: json };
  return { problem: problem ?? { pointer: '', message: 'it is no syntax tree' } };
}
