import { compareReleases } from '../schema/releases.ts';
import type { ArgumentsSchema, OperandSchema } from '../schema/value.ts';
import type { Word } from '../syntax/tree.ts';
import { isReadIn } from './availability.ts';
import { checkConstraints } from './check-arguments.ts';
import {
  createLine,
  impliedOption,
  nextArgument,
  optionsOf,
  see,
  type Arguments,
  type Line,
} from './next-argument.ts';
import { notationOf } from './notation.ts';
import type { ArgumentContext } from './problems.ts';
import {
  context,
  isOfOneFamily,
  nothing,
  read,
  readingOf,
  wordsOf,
  type Read,
  type Reading,
  type ReadValue,
} from './reading.ts';
import type { Argument } from './values.ts';

/*
 * The one reader of lines with several values. keepalived has a loop of its own for each kind of line,
 * and they all do the same; what differs between them is in the schema.
 */

/**
 * Reads operands and options as the schema says, to the end of the line or to where they end.
 *
 * @param from the index of the first word
 */
export function readArguments(
  schema: ArgumentsSchema,
  words: readonly Word[],
  from: number,
  outer: Reading,
  readValue: ReadValue,
): Read {
  const at = schema.oneFamily ? readingOf(outer, outer.argument, { first: undefined }) : outer;
  const line = createLine(schema, at.statement.keyword.text);
  let unknown: [Word, ...Word[]] | undefined;
  let before: string | undefined;
  let only: string | undefined;
  let index = from;
  for (let word = words[index]; word; word = words[index]) {
    const argument = before === undefined ? nextArgument(word, line) : impliedOption(before, line);
    if (only !== undefined && argument?.name !== only) {
      return unknownOption(word, words.length - from, [only], at);
    }
    if (!argument) {
      if (schema.unknown === 'ends' || !schema.options) break;
      if (schema.unknown !== 'skipped') {
        const options = optionsOf(schema, line.keyword, at.release);
        return unknownOption(word, words.length - from, options, at);
      }
      if (unknown) unknown.push(word);
      else unknown = [word];
      index++;
      continue;
    }
    if (argument.option) index++;
    else see(line, argument.name);
    const { ok, used } = readArgument(argument, word, words, index, line, at, readValue);
    if (!ok && argument.schema.loss === undefined) return nothing(words.length - from);
    // An operand is never without a word.
    index += argument.option ? used : Math.max(used, 1);
    if ('ends' in argument.schema) break;
    before = 'before' in argument.schema ? argument.schema.before : undefined;
    if ('last' in argument.schema) only = argument.name;
  }
  if (unknown) reportUnknown(unknown, schema, at);
  const isWhole = hasAllOperands(line, words, at);
  const lead = words[from] ?? at.statement.keyword;
  const isRight = isWhole && checkConstraints(schema, line.found, lead, at);
  return isRight ? read(line.found, index - from) : nothing(index - from);
}

/** Reads an argument and adds it to those of the line; its value begins at the index. */
function readArgument(
  argument: ArgumentContext,
  word: Word,
  words: readonly Word[],
  index: number,
  { schema: line, found }: Line,
  outer: Reading,
  readValue: ReadValue,
): Read {
  const { name, schema, option } = argument;
  const within = outer.argument?.option ?? outer.argument?.within;
  const at = readingOf(outer, within ? { ...argument, within } : argument, outer.family);
  const isNameLeftOut = !option && name === line.unnamed;
  const isUsable =
    (isNameLeftOut || isAvailableHere(word, at, argument)) && isOfFamily(word, at, argument);
  // Otherwise it is read without a word about it, so that what stands behind it is not misread.
  const silent = isUsable ? at : { ...at, report: () => undefined };
  const result = schema.value ? readValue(schema.value, words, index, silent) : read(true, 0);
  if (!isUsable) return nothing(result.used);
  if (!result.ok) return result;
  reportUse(word, at, argument);
  const { value, used } = result;
  const own = { value, word, words: wordsOf(words, index, index + used) };
  return addArgument(found, own, at, argument) ? result : nothing(used);
}

function isAvailableHere(word: Word, at: Reading, { schema }: ArgumentContext): boolean {
  if (isReadIn(schema, at.release)) return true;
  at.report({ kind: 'unavailable-value', word, availability: schema, ...context(at) });
  return false;
}

function isOfFamily(word: Word, at: Reading, { schema }: ArgumentContext): boolean {
  if (!('family' in schema) || schema.family === undefined) return true;
  return isOfOneFamily(schema.family, word, at);
}

/** An option that has a successor, or that keepalived only knows to say that it does not support it. */
function reportUse(word: Word, at: Reading, { schema }: ArgumentContext): void {
  const deprecated = 'deprecated' in schema ? schema.deprecated : undefined;
  if (deprecated && compareReleases(at.release, deprecated.since) >= 0) {
    at.report({ kind: 'deprecated-option', word, deprecated, ...context(at) });
  }
  if ('unsupported' in schema) at.report({ kind: 'unsupported-option', word, ...context(at) });
}

function addArgument(
  found: Arguments,
  argument: Argument<unknown>,
  at: Reading,
  { name, schema }: ArgumentContext,
): boolean {
  const known = found[name];
  if (schema.repeat === 'each') {
    if (Array.isArray(known)) known.push(argument);
    else found[name] = [argument];
    return true;
  }
  if (schema.repeat === 'first' && known && !Array.isArray(known)) {
    const { word } = argument;
    at.report({ kind: 'duplicate-option', word, first: known.word, ...context(at) });
    return false;
  }
  found[name] = argument;
  return true;
}

/** @param used how many words the line has: all of them are lost */
function unknownOption(word: Word, used: number, values: readonly string[], at: Reading): Read {
  at.report({ kind: 'not-one-of', word, values, ...context(at) });
  return nothing(used);
}

function reportUnknown(
  words: readonly [Word, ...Word[]],
  value: ArgumentsSchema,
  at: Reading,
): void {
  at.report({ kind: 'extra-words', words, value, isReported: true, ...context(at) });
}

function hasAllOperands(
  { schema, operands, found }: Line,
  words: readonly Word[],
  at: Reading,
): boolean {
  let absent: OperandSchema | undefined;
  for (const { name, schema: own } of operands) {
    if (!own.optional && !own.loss && !(name in found)) absent ??= own;
  }
  if (!absent) return true;
  const after = words.at(-1);
  const { missing = at.argument?.missing ?? (schema.anyOrder ? 'ignores' : 'exits') } = schema;
  at.report({
    kind: 'missing-value',
    expected: notationOf(absent.value),
    onMissing: missing,
    ...(after ? { after } : {}),
    ...context(at),
  });
  return false;
}
