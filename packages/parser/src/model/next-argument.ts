import type { Release } from '../schema/releases.ts';
import type {
  ArgumentsSchema,
  Operands,
  OperandSchema,
  OptionSchema,
  ValueSchema,
} from '../schema/value.ts';
import type { Word } from '../syntax/tree.ts';
import { isAddress } from './address.ts';
import { isReadIn } from './availability.ts';
import type { ArgumentContext } from './problems.ts';
import { parseInteger } from './read-number.ts';
import type { Argument } from './values.ts';

/*
 * Which operand or option begins at a word. An option is told by its name; an operand by its place, or
 * where operands may stand anywhere by its form.
 */

/** The arguments that stand on a line, by their names. */
export type Arguments = Record<string, Argument<unknown> | Argument<unknown>[]>;

interface NamedOperand {
  readonly name: string;
  readonly schema: OperandSchema;
}

/** A line that is being read. */
export interface Line {
  readonly schema: ArgumentsSchema;
  readonly operands: readonly NamedOperand[];
  readonly found: Arguments;
  /** Whether the operands were there, right or wrong: a bit for each, by its place. */
  seen: number;
  /** The keyword of the block, or of the line. */
  readonly keyword: string;
}

export function createLine(schema: ArgumentsSchema, keyword: string): Line {
  return { schema, operands: operandsOf(schema.operands), found: {}, seen: 0, keyword };
}

const noOperands: readonly NamedOperand[] = [];
const lists = new WeakMap<Operands, readonly NamedOperand[]>();

/** The operands of the table as a list: made once and not for every line. */
function operandsOf(operands: Operands | undefined): readonly NamedOperand[] {
  if (!operands) return noOperands;
  const known = lists.get(operands);
  if (known) return known;
  const list = Object.entries(operands).map(([name, schema]) => ({ name, schema }));
  lists.set(operands, list);
  return list;
}

/** Notes that something without a name of its own is there: an operand, or an option whose name is left out. */
export function see(line: Line, operandName: string): void {
  const place = line.operands.findIndex(({ name }) => name === operandName);
  if (place !== -1) line.seen |= 1 << place;
}

function isSeen({ seen }: Line, place: number): boolean {
  return ((seen >> place) & 1) === 1;
}

/** The argument that begins at a word; undefined when none does. */
export function nextArgument(word: Word, line: Line): ArgumentContext | undefined {
  const inPlace = line.schema.anyOrder ? undefined : nextOperand(word.text, line);
  if (inPlace) return inPlace;
  return (
    optionNamed(word, line) ?? operandFormed(word.text, line) ?? unnamedOption(word.text, line)
  );
}

/** An option whose name is left out: it begins with its value. */
export function impliedOption(name: string, { schema }: Line): ArgumentContext | undefined {
  const own = schema.options?.[name];
  return own && { name, schema: own, option: undefined, missing: schema.missing };
}

/** The options that a release reads in a line of a keyword, other names included. */
export function optionsOf(
  { options = {} }: ArgumentsSchema,
  keyword: string,
  release: Release,
): readonly string[] {
  return Object.entries(options).flatMap(([name, option]) =>
    isKnownIn(keyword, option) && isReadIn(option, release) ? [name] : [],
  );
}

function isKnownIn(keyword: string, option: OptionSchema | undefined): boolean {
  return option !== undefined && (!option.only || option.only.includes(keyword));
}

/** One that may be left out is, where the word is an option or rather an operand that is needed. */
function nextOperand(text: string, line: Line): ArgumentContext | undefined {
  const { operands } = line;
  for (let place = startOf(line); place < operands.length; place++) {
    const own = operands[place];
    if (!own) break;
    if (!own.schema.optional || !isLeftOut(own.schema, place, text, line)) {
      return operand(own, line);
    }
  }
  return undefined;
}

function isLeftOut(own: OperandSchema, place: number, text: string, line: Line): boolean {
  const { operands, schema } = line;
  if (schema.options && Object.hasOwn(schema.options, text)) return true;
  return !canBe(own.value, text) && operands.slice(place).some(isNeeded);
}

/** The place behind the last operand that is there. */
function startOf({ seen }: Line): number {
  return 32 - Math.clz32(seen);
}

function isNeeded({ schema }: NamedOperand): boolean {
  return !schema.optional;
}

function operand({ name, schema }: NamedOperand, { schema: line }: Line): ArgumentContext {
  return { name, schema, option: undefined, missing: line.missing };
}

function optionNamed(word: Word, { schema, keyword }: Line): ArgumentContext | undefined {
  const { options, missing } = schema;
  const own = options && Object.hasOwn(options, word.text) ? options[word.text] : undefined;
  if (!own || !isKnownIn(keyword, own)) return undefined;
  const { sameAs } = own;
  const main = sameAs === undefined ? undefined : options?.[sameAs];
  return sameAs === undefined || !main
    ? { name: word.text, schema: own, option: word, missing }
    : { name: sameAs, schema: { ...main, ...own }, option: word, missing };
}

/** The operand whose form the word has; failing that, one that is needed. */
function operandFormed(text: string, line: Line): ArgumentContext | undefined {
  const { operands, schema: lineSchema } = line;
  const { anyOrder, unknown, unnamed, options } = lineSchema;
  if (!anyOrder) return undefined;
  let lastResort: NamedOperand | undefined;
  for (let place = 0; place < operands.length; place++) {
    const own = operands[place];
    const isThere = isSeen(line, place);
    if (!own || (isThere && unknown === 'ends')) continue;
    if (canBe(own.schema.value, text)) return operand(own, line);
    if (!isThere && (!own.schema.optional || !options)) lastResort = own;
  }
  return lastResort && unnamed === undefined ? operand(lastResort, line) : undefined;
}

/** What is no address and looks like none is rather an option that does not exist. */
function unnamedOption(text: string, line: Line): ArgumentContext | undefined {
  const { unnamed: name } = line.schema;
  const argument = name === undefined ? undefined : impliedOption(name, line);
  const value = argument?.schema.value;
  const isMeant = value?.type !== 'cidr' || canBe(value, text) || /^\d|:/.test(text);
  return isMeant ? argument : undefined;
}

/** Whether a word has the form of a value, where its place does not tell. */
function canBe(value: ValueSchema, text: string): boolean {
  switch (value.type) {
    case 'integer':
      return value.names?.includes(text) === true || parseInteger(text, value.base) !== undefined;
    case 'enum':
      return value.values.includes(text);
    case 'mac':
      return text.includes(':');
    case 'address':
    case 'cidr':
      return value.words?.includes(text) === true || isAddress(text.replace(/\/.*$/, ''));
    default:
      return true;
  }
}
