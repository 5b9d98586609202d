import { compareReleases } from '../schema/releases.ts';
import type { ArgumentsSchema } from '../schema/value.ts';
import type { Word } from '../syntax/tree.ts';
import { isReadIn } from './availability.ts';
import { checkConstraints } from './check-arguments.ts';
import {
  impliedOption,
  nextArgument,
  optionsOf,
  type Arguments,
  type Line,
} from './next-argument.ts';
import { notationOf } from './notation.ts';
import type { ArgumentContext } from './problems.ts';
import { context, nothing, read, type Read, type Reading, type ReadValue } from './reading.ts';

/*
 * The one reader of lines with several values. keepalived has a loop of its own for each kind of line,
 * and they all do the same; what differs between them is in the schema.
 */

/** Reads operands and options as the schema says, to the end of the line or to where they end. */
export function readArguments(
  schema: ArgumentsSchema,
  words: readonly Word[],
  outer: Reading,
  readValue: ReadValue,
): Read {
  const at = schema.oneFamily ? { ...outer, seeFamily: familyWatch() } : outer;
  const line: Line = {
    schema,
    operands: Object.entries(schema.operands ?? {}),
    found: {},
    seen: new Set(),
    keyword: at.statement.keyword.text,
  };
  const unknown: Word[] = [];
  let before: string | undefined;
  let only: string | undefined;
  let index = 0;
  for (let word = words[0]; word; word = words[index]) {
    const argument = before === undefined ? nextArgument(word, line) : impliedOption(before, line);
    if (only !== undefined && argument?.name !== only) {
      return unknownOption(word, words, [only], at);
    }
    if (!argument) {
      if (schema.unknown === 'ends' || !schema.options) break;
      if (schema.unknown !== 'skipped') {
        return unknownOption(word, words, optionsOf(schema, line.keyword, at.release), at);
      }
      unknown.push(word);
      index++;
      continue;
    }
    if (argument.option) index++;
    else line.seen.add(argument.name);
    const { ok, used } = readArgument(argument, word, words.slice(index), line, at, readValue);
    if (!ok && argument.schema.loss === undefined) return nothing(words.length);
    // An operand is never without a word.
    index += argument.option ? used : Math.max(used, 1);
    if ('ends' in argument.schema) break;
    before = 'before' in argument.schema ? argument.schema.before : undefined;
    if ('last' in argument.schema) only = argument.name;
  }
  reportUnknown(unknown, schema, at);
  const isWhole = hasAllOperands(line, words, at);
  const isRight =
    isWhole && checkConstraints(schema, line.found, words[0] ?? at.statement.keyword, at);
  return isRight ? read(line.found, index) : nothing(index);
}

/** Reads an argument and adds it to those of the line; `words` are those of its value and all behind. */
function readArgument(
  argument: ArgumentContext,
  word: Word,
  words: readonly Word[],
  { schema: line, found }: Line,
  outer: Reading,
  readValue: ReadValue,
): Read {
  const { name, schema, option } = argument;
  const within = outer.argument?.option ?? outer.argument?.within;
  const at: Reading = { ...outer, argument: within ? { ...argument, within } : argument };
  const isNameLeftOut = !option && name === line.unnamed;
  const isUsable =
    (isNameLeftOut || isAvailableHere(word, at, argument)) && isOfFamily(word, at, argument);
  // Otherwise it is read without a word about it, so that what stands behind it is not misread.
  const silent = isUsable ? at : { ...at, report: () => undefined };
  const result = schema.value ? readValue(schema.value, words, silent) : read(true, 0);
  if (!isUsable) return nothing(result.used);
  if (!result.ok) return result;
  reportUse(word, at, argument);
  return { ...result, ok: addArgument(found, result, word, words, at, argument) };
}

function isAvailableHere(word: Word, at: Reading, { schema }: ArgumentContext): boolean {
  if (isReadIn(schema, at.release)) return true;
  at.report({ kind: 'unavailable-value', word, availability: schema, ...context(at) });
  return false;
}

function isOfFamily(word: Word, at: Reading, { schema }: ArgumentContext): boolean {
  if (!('family' in schema) || schema.family === undefined) return true;
  return at.seeFamily?.(schema.family, word, at) ?? true;
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
  { value, used }: Read,
  word: Word,
  words: readonly Word[],
  at: Reading,
  { name, schema }: ArgumentContext,
): boolean {
  const known = found[name];
  const argument = { value, word, words: words.slice(0, used) };
  if (schema.repeat === 'each') {
    if (Array.isArray(known)) known.push(argument);
    else found[name] = [argument];
    return true;
  }
  if (schema.repeat === 'first' && known && !Array.isArray(known)) {
    at.report({ kind: 'duplicate-option', word, first: known.word, ...context(at) });
    return false;
  }
  found[name] = argument;
  return true;
}

function unknownOption(
  word: Word,
  words: readonly Word[],
  values: readonly string[],
  at: Reading,
): Read {
  at.report({ kind: 'not-one-of', word, values, ...context(at) });
  return nothing(words.length);
}

function reportUnknown(
  [first, ...more]: readonly Word[],
  value: ArgumentsSchema,
  at: Reading,
): void {
  if (!first) return;
  const words = [first, ...more] as const;
  at.report({ kind: 'extra-words', words, value, isReported: true, ...context(at) });
}

function hasAllOperands(
  { schema, operands, found }: Line,
  words: readonly Word[],
  at: Reading,
): boolean {
  const absent = operands.find(
    ([name, { optional, loss }]) => !optional && !loss && !(name in found),
  );
  if (!absent) return true;
  const after = words.at(-1);
  const { missing = at.argument?.missing ?? (schema.anyOrder ? 'ignores' : 'exits') } = schema;
  at.report({
    kind: 'missing-value',
    expected: notationOf(absent[1].value),
    onMissing: missing,
    ...(after ? { after } : {}),
    ...context(at),
  });
  return false;
}

/** The first address, or word of a family, decides on the family of the line. */
function familyWatch(): NonNullable<Reading['seeFamily']> {
  let first: { readonly family: 4 | 6; readonly word: Word } | undefined;
  return (family, word, at) => {
    if (!first) {
      if (family !== undefined) first = { family, word };
      return true;
    }
    if (first.family === family) return true;
    at.report({ kind: 'family-mismatch', word, family, other: first.word, ...context(at) });
    return false;
  };
}
