import type { ArgumentsSchema, Constraint } from '../schema/value.ts';
import type { Word } from '../syntax/tree.ts';
import { isReadIn } from './availability.ts';
import { notationOf, notationOfOption } from './notation.ts';
import { context, readingOf, type Reading } from './reading.ts';
import type { Argument } from './values.ts';

type Found = Readonly<Record<string, Argument<unknown> | readonly Argument<unknown>[]>>;

/** Reports what does not go together behind a word; false when keepalived drops the line for it. */
export function checkConstraints(
  schema: ArgumentsSchema,
  found: Found,
  lead: Word,
  at: Reading,
): boolean {
  if (!schema.constraints) return true;
  for (const constraint of schema.constraints) {
    if (!isReadIn(constraint, at.release) || isMet(constraint, schema, found, lead, at)) continue;
    // keepalived looks no further when the line is lost.
    if (constraint.loss === undefined) return false;
  }
  return true;
}

function isMet(
  constraint: Constraint,
  schema: ArgumentsSchema,
  found: Found,
  lead: Word,
  at: Reading,
): boolean {
  switch (constraint.kind) {
    case 'required':
      return hasOneOf(constraint, schema, found, lead, at);
    case 'exclusive':
      return isAlone(constraint, found, at);
    case 'needs':
      return hasNeeded(constraint, schema, found, at);
    case 'order':
      return isInOrder(constraint, schema, found, at);
    case 'prefix':
      return hasShortPrefix(constraint, found, at);
  }
}

type Of<K extends Constraint['kind']> = Extract<Constraint, { readonly kind: K }>;

function hasOneOf(
  { oneOf, loss }: Of<'required'>,
  schema: ArgumentsSchema,
  found: Found,
  lead: Word,
  at: Reading,
): boolean {
  if (oneOf.some((name) => name in found)) return true;
  at.report({
    kind: 'missing-option',
    expected: oneOf.map((name) => notationIn(schema, name)),
    word: lead,
    neededBy: 'line',
    isLost: loss === undefined,
    ...context(at),
  });
  return false;
}

function notationIn({ options = {}, operands = {} }: ArgumentsSchema, name: string): string {
  const option = options[name];
  if (option) return notationOfOption(name, option);
  const operand = operands[name];
  return operand ? notationOf(operand.value) : name;
}

function isAlone({ among, loss }: Of<'exclusive'>, found: Found, at: Reading): boolean {
  let count = 0;
  for (const name of among) if (name in found) count++;
  if (count < 2) return true;
  const present = among.filter((name) => name in found);
  const words = present.flatMap((name) => argumentNamed(name, found)?.word ?? []);
  const [other, word] = words.sort((a, b) => a.span.start - b.span.start);
  if (!word || !other) return true;
  at.report({
    kind: 'conflicting-options',
    word,
    other,
    isLost: loss === undefined,
    ...context(at),
  });
  return false;
}

function hasNeeded(
  constraint: Of<'needs'>,
  schema: ArgumentsSchema,
  found: Found,
  at: Reading,
): boolean {
  const { option, being, notBeing, oneOf, with: values } = constraint;
  const argument = argumentNamed(option, found);
  if (!argument) return true;
  const isMeant = (wanted: readonly (string | number)[]): boolean =>
    wanted.some((each) => each === argument.value);
  if ((being && !isMeant(being)) || (notBeing && isMeant(notBeing))) return true;
  const isRight = oneOf.some((name) => {
    const other = argumentNamed(name, found);
    return other && (!values || values.some((value) => value === other.value));
  });
  if (isRight) return true;
  at.report({
    kind: 'missing-option',
    expected: values
      ? oneOf.flatMap((name) => values.map((value) => `${name} ${value}`))
      : oneOf.map((name) => notationIn(schema, name)),
    word: argument.word,
    neededBy: 'option',
    isLost: constraint.loss === undefined,
    ...context(at),
  });
  return false;
}

function isInOrder(
  { lower, higher, orEqual }: Of<'order'>,
  { options = {}, missing }: ArgumentsSchema,
  found: Found,
  at: Reading,
): boolean {
  const low = argumentNamed(lower, found)?.value;
  const high = argumentNamed(higher, found);
  const schema = options[higher.split(' ')[0] ?? ''];
  if (typeof low !== 'number' || typeof high?.value !== 'number' || !schema) return true;
  const min = orEqual ? low : low + 1;
  if (high.value >= min) return true;
  at.report({
    kind: 'out-of-range',
    word: high.words[0] ?? high.word,
    min,
    max: 4294967295,
    unit: undefined,
    ...context(readingOf(at, { name: higher, schema, option: high.word, missing }, undefined)),
  });
  return false;
}

function hasShortPrefix(
  { of, option, being, longest }: Of<'prefix'>,
  found: Found,
  at: Reading,
): boolean {
  const address = argumentNamed(of, found);
  const argument = argumentNamed(option, found);
  if (!address || !argument || !hasFamily(address.value)) return true;
  if (being && !being.some((each) => each === argument.value)) return true;
  const { family, prefix } = address.value;
  const whole = family === 4 ? 32 : 128;
  const isRight = longest === 'full' ? (prefix ?? whole) === whole : (prefix ?? whole) <= longest;
  if (isRight) return true;
  at.report({
    kind: 'invalid-value',
    word: address.word,
    expected:
      longest === 'full'
        ? `an address without a prefix beside \`${option}\``
        : `an address with a prefix of at most ${longest} beside \`${option}\``,
    ...context(at),
  });
  return false;
}

function hasFamily(
  value: unknown,
): value is { readonly family: 4 | 6; readonly prefix: number | undefined } {
  return typeof value === 'object' && value !== null && 'family' in value && 'prefix' in value;
}

/** `type goto` is the `goto` in the value of `type`. */
function argumentNamed(path: string, found: Found): Argument<unknown> | undefined {
  const blank = path.indexOf(' ');
  if (blank === -1) return firstOf(Object.hasOwn(found, path) ? found[path] : undefined);
  const inner = firstOf(found[path.slice(0, blank)])?.value;
  return isFound(inner) ? argumentNamed(path.slice(blank + 1), inner) : undefined;
}

function firstOf(
  argument: Argument<unknown> | readonly Argument<unknown>[] | undefined,
): Argument<unknown> | undefined {
  return isList(argument) ? argument[0] : argument;
}

/** What the value of an option with arguments of its own is. */
function isFound(value: unknown): value is Found {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(
  argument: Argument<unknown> | readonly Argument<unknown>[] | undefined,
): argument is readonly Argument<unknown>[] {
  return Array.isArray(argument);
}
