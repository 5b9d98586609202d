import type { Release } from '../schema/releases.ts';
import type { ArgumentsSchema, OperandSchema, OptionSchema, ValueSchema } from '../schema/value.ts';
import type { Word } from '../syntax/tree.ts';
import { parseAddress } from './address.ts';
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

type NamedOperand = readonly [name: string, schema: OperandSchema];

/** A line that is being read. */
export interface Line {
  readonly schema: ArgumentsSchema;
  readonly operands: readonly NamedOperand[];
  readonly found: Arguments;
  /** The names of the operands that were there, right or wrong. */
  readonly seen: Set<string>;
  /** The keyword of the block, or of the line. */
  readonly keyword: string;
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
  const { operands, seen, schema: lineSchema } = line;
  for (let place = startOf(operands, seen); place < operands.length; place++) {
    const [name, schema] = operands[place] ?? [];
    if (name === undefined || !schema) break;
    const isLeftOut =
      schema.optional &&
      (Object.hasOwn(lineSchema.options ?? {}, text) ||
        (!canBe(schema.value, text) && operands.slice(place).some(isNeeded)));
    if (!isLeftOut) return operand(name, schema, line);
  }
  return undefined;
}

/** The place behind the last operand that is there. */
function startOf(operands: readonly NamedOperand[], seen: ReadonlySet<string>): number {
  return operands.findLastIndex(([name]) => seen.has(name)) + 1;
}

function isNeeded([, { optional }]: NamedOperand): boolean {
  return !optional;
}

function operand(name: string, schema: OperandSchema, { schema: line }: Line): ArgumentContext {
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
  const { operands, seen, schema: lineSchema } = line;
  const { anyOrder, unknown, unnamed, options } = lineSchema;
  if (!anyOrder) return undefined;
  const open = operands.filter(([name]) => unknown !== 'ends' || !seen.has(name));
  const formed = open.find(([, { value }]) => canBe(value, text));
  const lastResort =
    unnamed === undefined
      ? open.findLast(([name, { optional }]) => (!optional || !options) && !seen.has(name))
      : undefined;
  const [name, schema] = formed ?? lastResort ?? [];
  return name === undefined || !schema ? undefined : operand(name, schema, line);
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
      return (
        value.words?.includes(text) === true ||
        parseAddress(text.replace(/\/.*$/, '')) !== undefined
      );
    default:
      return true;
  }
}
