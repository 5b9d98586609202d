import { skipBlanks } from './comments.ts';
import { limits } from './limits.ts';
import type { SequenceFault } from './problems.ts';

/** `~SEQ(VAR, NUMBERS) TEXT`. */
export interface SequenceLine {
  readonly kind: 'sequence';
  readonly variable: string;
  readonly hexadecimal: boolean;
  /** What stands between the variable and the text, the closing parenthesis included. */
  readonly parameters: { readonly start: number; readonly end: number };
  /** The offset of the text. */
  readonly text: number;
}

/** `~LST(VAR, VALUES) TEXT` or `~LST({VAR, VAR}, {VALUE, VALUE}) TEXT`. */
export interface ListLine {
  readonly kind: 'list';
  readonly variables: readonly string[];
  /** The offsets of the values, set by set; a value that is missing is not in its set. */
  readonly sets: readonly (readonly { readonly start: number; readonly end: number }[])[];
  /** The offset behind the closing parenthesis. */
  readonly end: number;
  readonly text: number;
}

type InvalidSequence =
  | { readonly kind: 'invalid'; readonly fault: SequenceFault }
  | { readonly kind: 'too-many-values'; readonly variables: number };

/** `~SEQ`, `~SEQx` or `~LST` at the beginning of a line, or what keepalived takes for one. */
export function sequenceKeyword(text: string): string | undefined {
  return text.startsWith('~') ? /^~(?:SEQx?|LST)/.exec(text)?.[0] : undefined;
}

const invalid = (fault: SequenceFault): InvalidSequence => ({ kind: 'invalid', fault });

const sequenceHead = /^~SEQ(x?)[ \t]*\([ \t]*([^ \t,){][^ \t,)]*)(?=[ \t,])[ \t]*[^ \t)][ \t]*/;

/** lib/parser.c, add_seq(). */
export function readSequence(text: string): SequenceLine | InvalidSequence {
  const [head, hex, variable] = sequenceHead.exec(text) ?? [];
  if (head === undefined || variable === undefined) return invalid('form');
  const start = head.length;
  const end = text.indexOf(')', start) + 1;
  if (end === 0) return invalid('unclosed');
  if (end - start > limits.sequenceParameters) return invalid('parameters-too-long');
  return {
    kind: 'sequence',
    variable,
    hexadecimal: hex !== '',
    parameters: { start, end },
    text: skipBlanks(text, end),
  };
}

export interface Range {
  readonly start: number;
  readonly step: number;
  readonly end: number;
}

/** The numbers of `~SEQ`: END, or START and END, or START, STEP and END. */
export function readRange(parameters: string): Range | SequenceFault {
  const numbers: number[] = [];
  let at = 0;
  for (;;) {
    const { value, end } = readNumber(parameters, at);
    numbers.push(value);
    at = skipBlanks(parameters, end);
    if (parameters[at] === ')') break;
    if (parameters[at] !== ',' || numbers.length === 3) return 'form';
    at++;
  }
  const [one = 0, two, three] = numbers;
  if (two === undefined) return { start: one < 0 ? -1 : 1, step: one < 1 ? -1 : 1, end: one };
  if (three === undefined) return { start: one, step: one <= two ? 1 : -1, end: two };
  const isTowardsEnd = one < three ? two > 0 : one > three ? two < 0 : two !== 0;
  return isTowardsEnd ? { start: one, step: two, end: three } : 'step';
}

/** As many values as the range has. */
export function countOf({ start, step, end }: Range): number {
  return Math.floor((end - start) / step) + 1;
}

const number = /[ \t\n\v\f\r]*([+-]?)(0[xX][0-9a-fA-F]+|[0-9]+)/y;

/** strtol(3) with base 0. What is no number counts as 0, of no length. */
function readNumber(text: string, at: number): { readonly value: number; readonly end: number } {
  number.lastIndex = at;
  const [all, sign, image] = number.exec(text) ?? [];
  if (all === undefined || image === undefined) return { value: 0, end: at };
  const octal = /^0[0-7]+/.exec(image)?.[0];
  const isOctal = image.startsWith('0') && !/^0[xX]/.test(image);
  const digits = isOctal ? (octal ?? '0') : image;
  const size = isOctal ? Number.parseInt(digits, 8) : Number(digits);
  const value = Math.min(size, Number.MAX_SAFE_INTEGER);
  return {
    value: sign === '-' ? -value : value,
    end: at + all.length - image.length + digits.length,
  };
}

/** lib/parser.c, add_lst(). A value cannot contain a blank, `,`, `}` or `)`. */
export function readList(text: string): ListLine | InvalidSequence {
  const open = /^~LST[ \t]*\([ \t]*/.exec(text);
  if (!open) return invalid('form');
  const variables = readSet(text, open[0].length, ' \t,}', false);
  if (!variables) return invalid('form');
  let at = skipBlanks(text, variables.end);
  if (text[at] !== ',') return invalid('form');
  const sets: ListLine['sets'][number][] = [];
  do {
    at = skipBlanks(text, at + 1);
    const set = readSet(text, at, ' \t,})', true);
    if (!set) return invalid('form');
    if (set.words.length > variables.words.length) {
      return { kind: 'too-many-values', variables: variables.words.length };
    }
    sets.push(set.words);
    at = skipBlanks(text, set.end);
  } while (text[at] === ',');
  if (text[at] !== ')') return invalid('form');
  const end = at + 1;
  return {
    kind: 'list',
    variables: variables.words.map((word) => text.slice(word.start, word.end)),
    sets,
    end,
    text: skipBlanks(text, end),
  };
}

interface WordSet {
  readonly words: readonly { readonly start: number; readonly end: number }[];
  readonly end: number;
}

/** `{A, B}`, or a single word that ends before `,` or, as a value, before `)`. */
function readSet(text: string, from: number, ends: string, isValue: boolean): WordSet | undefined {
  const isBraced = text[from] === '{';
  const words: { start: number; end: number }[] = [];
  let at = isBraced ? skipBlanks(text, from + 1) : from;
  for (;;) {
    const start = at;
    while (at < text.length && !ends.includes(text.charAt(at))) at++;
    words.push({ start, end: at });
    at = skipBlanks(text, at);
    if (isBraced && text[at] === '}') return { words, end: at + 1 };
    if (!isBraced && (text[at] === ',' || (isValue && text[at] === ')'))) return { words, end: at };
    if (text[at] !== ',') return undefined;
    at = skipBlanks(text, at + 1);
  }
}
