import {
  createToken,
  Lexer,
  type CustomPatternMatcherFunc,
  type IToken,
  type TokenType,
} from 'chevrotain';

/*
 * The vocabulary of keepalived.conf. It knows no keyword: a keyword is a word in the right place.
 * Every character belongs to some token, so lexing cannot fail (test: "every input is tokenised").
 *
 * Chevrotain picks tokens by their first character. All of them name theirs: to find them out from
 * the patterns takes Chevrotain longer than to lex a file. Tokens that may start with nearly anything
 * name the complement of the others; see `startOfWord`.
 */

const asciiExcept = (excluded: string): number[] =>
  Array.from({ length: 128 }, (_, code) => code).filter(
    (code) => !excluded.includes(String.fromCharCode(code)),
  );

/** Chevrotain sorts the codes from 256 up into buckets of 255; one code stands for its bucket. */
const beyondAscii = [
  ...Array.from({ length: 128 }, (_, index) => 128 + index),
  ...Array.from({ length: 257 }, (_, index) => Math.max(256, (index + 1) * 255)),
];

const startOfWord = [...asciiExcept(' \t\n\r\f\v"{}#!'), ...beyondAscii];

/** A directive of the preprocessor counts only where a line, or what follows a brace, begins. */
function atLineStart(pattern: RegExp): CustomPatternMatcherFunc {
  return (text, offset, matched) => {
    const previous = matched.at(-1);
    if (previous && !lineStarters.has(previous.tokenType.name)) return null;
    pattern.lastIndex = offset;
    return pattern.exec(text);
  };
}

const definitionHead = atLineStart(/\$[A-Za-z_][A-Za-z0-9_]*=/y);

export const ByteOrderMark = createToken({
  name: 'ByteOrderMark',
  pattern: (text, offset) => (offset === 0 && text.startsWith('\uFEFF') ? ['\uFEFF'] : null),
  start_chars_hint: ['\uFEFF'],
  line_breaks: false,
  group: 'trivia',
});

/** isspace(3) in the C locale, without the newline. A no-break space is part of a word. */
const Whitespace = createToken({
  name: 'Whitespace',
  pattern: /[ \t\r\f\v]+/,
  start_chars_hint: [' ', '\t', '\r', '\f', '\v'],
  group: 'trivia',
});

/** To the end of the line; lib/parser.c, decomment(). */
export const Comment = createToken({
  name: 'Comment',
  pattern: /[#!][^\n]*/,
  start_chars_hint: ['#', '!'],
  group: 'trivia',
});

export const Newline = createToken({ name: 'Newline', pattern: '\n', line_breaks: true });

export const LeftBrace = createToken({ name: 'LeftBrace', pattern: '{' });
export const RightBrace = createToken({ name: 'RightBrace', pattern: '}' });

/** A brace that opens or closes nothing; the brace pass makes it from a LeftBrace or a RightBrace. */
export const StrayBrace = createToken({ name: 'StrayBrace', pattern: Lexer.NA });

/** Braces that are not written but belong here; the brace pass inserts them, with no width. */
export const MissingLeftBrace = createToken({ name: 'MissingLeftBrace', pattern: Lexer.NA });
export const MissingRightBrace = createToken({ name: 'MissingRightBrace', pattern: Lexer.NA });

/** What lies behind a limit. */
export const Unread = createToken({ name: 'Unread', pattern: Lexer.NA });

/** What a line is made of. */
export const AnyWord = createToken({ name: 'AnyWord', pattern: Lexer.NA });

/** A line, or the beginning of one, for keepalived's preprocessor. */
export const AnyDirective = createToken({ name: 'AnyDirective', pattern: Lexer.NA });

/** `$NAME=value`, with the lines that a trailing backslash adds. */
export const Definition = createToken({
  name: 'Definition',
  categories: AnyDirective,
  pattern: (text, offset, matched) => {
    const head = definitionHead(text, offset, matched, {});
    return head && [text.slice(offset, endOfDefinition(text, offset + head[0].length))];
  },
  start_chars_hint: ['$'],
  line_breaks: true,
});

/** `@id` or `@^id`: the rest of the line counts for one node only, or for all others. */
export const Condition = createToken({
  name: 'Condition',
  categories: AnyDirective,
  pattern: atLineStart(/@[^ \t\n\r\f\v"{}#!]*/y),
  start_chars_hint: ['@'],
  line_breaks: false,
});

/** `~SEQ(...)`, `~SEQx(...)`, `~LST(...)`: the rest of the line, once for each value. */
export const Sequence = createToken({
  name: 'Sequence',
  categories: AnyDirective,
  pattern: atLineStart(/~(?:SEQx?|LST)\([^)\n]*\)?/y),
  start_chars_hint: ['~'],
  line_breaks: false,
});

/** `include`, `includer`, ... and the rest of the line, where quotes mean nothing. */
export const Include = createToken({
  name: 'Include',
  categories: AnyDirective,
  pattern: atLineStart(/include[rmwba]?[ \t][^\n#!]*/y),
  start_chars_hint: ['i'],
  line_breaks: false,
});

/** `"..."`: a quote that follows a backslash does not end it, a newline does. */
export const QuotedWord = createToken({
  name: 'QuotedWord',
  categories: AnyWord,
  pattern: (text, offset) => {
    const end = endOfQuotes(text, offset);
    return text[end] === '"' ? [text.slice(offset, end + 1)] : null;
  },
  start_chars_hint: ['"'],
  line_breaks: false,
});

export const UnterminatedWord = createToken({
  name: 'UnterminatedWord',
  categories: AnyWord,
  pattern: /"[^\n]*/,
  start_chars_hint: ['"'],
});

export const PlainWord = createToken({
  name: 'PlainWord',
  categories: AnyWord,
  pattern: /[^ \t\n\r\f\v"{}#!\\]+(?![^ \t\n\r\f\v"{}#!])/,
  start_chars_hint: startOfWord,
  line_breaks: false,
});

/** A word with a backslash in it: behind one, `#`, `!` and `"` are letters. */
export const BackslashWord = createToken({
  name: 'BackslashWord',
  categories: AnyWord,
  pattern: (text, offset) => {
    const end = endOfWord(text, offset);
    return end > offset ? [text.slice(offset, end)] : null;
  },
  start_chars_hint: startOfWord,
  line_breaks: false,
});

/*
 * These ends are found by hand: a regular expression with a group under a star needs memory for each
 * turn and gives up on lines of some megabytes.
 */

/** The quote that ends the quotes, or the newline or the end of the text before it. */
function endOfQuotes(text: string, offset: number): number {
  let at = offset + 1;
  while (at < text.length && text[at] !== '"' && text[at] !== '\n') {
    at += text[at] === '\\' && text[at + 1] !== '\n' ? 2 : 1;
  }
  return Math.min(at, text.length);
}

function endOfWord(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !' \t\n\r\f\v"{}#!'.includes(text.charAt(at))) {
    at += text[at] === '\\' && '#!"'.includes(text[at + 1] ?? ' ') ? 2 : 1;
  }
  return at;
}

function endOfDefinition(text: string, offset: number): number {
  let at = offset;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '\n' || character === '#' || character === '!') break;
    if (character === '"') at = endOfQuotes(text, at);
    if (character === '\\') at += text.startsWith('\r\n', at + 1) ? 2 : 1;
    if (text[at] !== '\n' || character === '\\') at++;
  }
  return Math.min(at, text.length);
}

const lineStarters = new Set(
  [Newline, LeftBrace, RightBrace, Condition, Sequence].map((type) => type.name),
);

export const tokenTypes = [
  ByteOrderMark,
  Whitespace,
  Comment,
  Newline,
  LeftBrace,
  RightBrace,
  StrayBrace,
  MissingLeftBrace,
  MissingRightBrace,
  AnyWord,
  AnyDirective,
  Definition,
  Condition,
  Sequence,
  Include,
  QuotedWord,
  UnterminatedWord,
  PlainWord,
  BackslashWord,
];

/** Tokens in order, and between them what carries no meaning: blanks, comments, a byte order mark. */
export interface Lexed {
  readonly tokens: IToken[];
  readonly trivia: IToken[];
}

let lexer: Lexer | undefined;
let quickLexer: Lexer | undefined;

const options = {
  positionTracking: 'onlyOffset',
  ensureOptimizations: true,
  skipValidations: true,
} as const;

export function tokenise(text: string): Lexed {
  lexer ??= new Lexer(tokenTypes, options);
  const { tokens, groups } = lexer.tokenize(text);
  return { tokens, trivia: groups['trivia'] ?? [] };
}

/** Only the tokens: as many things stand between them, and the parser looks at none. */
export function tokeniseQuickly(text: string): Lexed {
  quickLexer ??= new Lexer(tokenTypes.map(skipped), options);
  return { tokens: quickLexer.tokenize(text).tokens, trivia: [] };
}

/** Trivia as a token that is skipped; other tokens as they are. */
function skipped(type: TokenType): TokenType {
  return type.GROUP === 'trivia' ? { ...type, GROUP: Lexer.SKIPPED } : type;
}
