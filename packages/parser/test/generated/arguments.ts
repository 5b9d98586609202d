import fc from 'fast-check';
import { compareReleases } from '../../src/index.ts';
import { isReadIn } from '../../src/model/availability.ts';
import type {
  ArgumentsSchema,
  Constraint,
  OperandSchema,
  OptionSchema,
  ValueSchema,
} from '../../src/schema/value.ts';
import type { Context } from './names.ts';
import { anyNetwork, type Words } from './words.ts';

/** An argument of a line: an operand, or an option with its value. */
interface Part {
  /** What constraints call it: the name of the option that it is another name of. */
  readonly name: string;
  readonly words: readonly string[];
  readonly isOperand: boolean;
  readonly isLast: boolean;
}

/** At most so many options: what a line says is seen at a glance. */
const mostOptions = 3;

/** How the words of a value are drawn. */
type WordsOf = (schema: ValueSchema, context: Context) => Words;

/** The words of a line with several arguments. */
export function argumentWords(schema: ArgumentsSchema, context: Context, wordsOf: WordsOf): Words {
  return parts(schema, context, wordsOf)
    .map((all) => agreeing(all, schema, context))
    .filter((all) => isComplete(all, schema, context))
    .map((all) => ordered(all, schema).flatMap(({ words }) => words));
}

function parts(
  schema: ArgumentsSchema,
  context: Context,
  wordsOf: WordsOf,
): fc.Arbitrary<readonly Part[]> {
  const { operands = {}, options = {} } = schema;
  const usable = Object.entries(options).filter(([, option]) => isUsable(option, context));
  const needed = requiredOptions(schema, context);
  return fc
    .tuple(
      fc.nat({ max: 2 }),
      fc.subarray(usable, { maxLength: Math.min(mostOptions, usable.length) }),
      needed.length > 0 ? fc.constantFrom(...needed) : fc.constant(undefined),
    )
    .chain(([optional, chosen, extra]) => {
      const names = new Set(chosen.map(([name]) => name));
      const isMissing = extra !== undefined && !names.has(extra);
      const more = isMissing ? usable.filter(([name]) => name === extra) : [];
      const byOption = [...chosen, ...more].map(([name, option]) =>
        optionPart(name, option, schema, context, wordsOf),
      );
      const byPlace = leading(Object.entries(operands), optional, context).map(([name, operand]) =>
        operandPart(name, operand, context, wordsOf),
      );
      return fc.tuple(...byPlace, ...byOption);
    });
}

/** For each option that one of several is needed of: any of them that this release reads. */
function requiredOptions(schema: ArgumentsSchema, context: Context): readonly string[] {
  const { options = {}, constraints = [] } = schema;
  return constraints
    .filter((each) => each.kind === 'required' && isReadIn(each, context.release))
    .flatMap((each) => (each.kind === 'required' ? each.oneOf : []))
    .filter((name) => {
      const option = options[name];
      return option !== undefined && isUsable(option, context);
    });
}

/** All operands that are needed, and the first of the others: these go by their place. */
function leading(
  operands: readonly (readonly [string, OperandSchema])[],
  optional: number,
  context: Context,
): readonly (readonly [string, OperandSchema])[] {
  const known = operands.filter(([, operand]) => isReadIn(operand, context.release));
  const kept = new Set(known.filter(([, operand]) => operand.optional).slice(0, optional));
  return known.filter((each) => !each[1].optional || kept.has(each));
}

function isUsable(option: OptionSchema, { release, family, path }: Context): boolean {
  const { deprecated, only, unsupported } = option;
  return (
    isReadIn(option, release) &&
    !unsupported &&
    (!deprecated || compareReleases(release, deprecated.since) < 0) &&
    (option.family ?? family) === family &&
    (!only || only.some((block) => path.includes(block)))
  );
}

function operandPart(
  name: string,
  { value }: OperandSchema,
  context: Context,
  wordsOf: WordsOf,
): fc.Arbitrary<Part> {
  return wordsOf(value, context).map((words) => {
    return { name, words, isOperand: true, isLast: false };
  });
}

function optionPart(
  name: string,
  { value, sameAs, last }: OptionSchema,
  { options = {} }: ArgumentsSchema,
  context: Context,
  wordsOf: WordsOf,
): fc.Arbitrary<Part> {
  const of = value ?? (sameAs === undefined ? undefined : options[sameAs]?.value);
  const behind = of ? wordsOf(of, context) : fc.constant([]);
  return behind.map((words) => ({
    name: sameAs ?? name,
    words: [name, ...words],
    isOperand: false,
    isLast: last === true,
  }));
}

/** Leaves out what does not go with the rest. */
function agreeing(
  all: readonly Part[],
  { constraints = [], ...schema }: ArgumentsSchema,
  { release }: Context,
): readonly Part[] {
  const isFirst = (part: Part, index: number): boolean =>
    all.findIndex((each) => each.name === part.name) === index &&
    (!isAnyNetwork(part) || all.findIndex(isAnyNetwork) === index);
  const once = joined(all.filter(isFirst), schema);
  // Where operands go by place, a line that has them begins with them; if it need not, it may do without.
  const isEither =
    !schema.anyOrder && once.some(({ isOperand }) => isOperand) && mayLackAll(schema);
  const kept = isEither ? once.filter(({ isOperand }) => isOperand) : once;
  return constraints
    .filter((constraint) => isReadIn(constraint, release))
    .reduce((left, constraint) => left.filter((part) => agrees(part, constraint, left)), kept);
}

/** An operand may go right before the value of an option, in place of the option's name. */
function joined(all: readonly Part[], { operands = {} }: ArgumentsSchema): readonly Part[] {
  const operand = all.find(({ name, isOperand }) => isOperand && operands[name]?.before);
  const target = all.find(({ name }) => operand && name === operands[operand.name]?.before);
  if (!operand) return all;
  if (!target) return all.filter((part) => part !== operand);
  const words = [...operand.words, ...target.words.slice(1)];
  return all.flatMap((part) => {
    if (part === operand) return [];
    return part === target ? [{ ...target, words, isOperand: true }] : [part];
  });
}

function mayLackAll({ operands = {} }: ArgumentsSchema): boolean {
  return Object.values(operands).every(({ optional }) => optional);
}

function agrees(part: Part, constraint: Constraint, all: readonly Part[]): boolean {
  switch (constraint.kind) {
    case 'required':
      return true;
    case 'exclusive': {
      const [first] = all.filter(({ name }) => constraint.among.includes(name));
      return first === undefined || first === part || !constraint.among.includes(part.name);
    }
    case 'needs': {
      const { option, being, notBeing, oneOf, with: wanted } = constraint;
      const [, value = ''] = part.words;
      const isMeant =
        part.name === option &&
        (!being || being.map(String).includes(value)) &&
        (!notBeing || !notBeing.map(String).includes(value));
      const isThere = ({ name, words: [, other = ''] }: Part): boolean =>
        oneOf.includes(name) && (!wanted || wanted.includes(other));
      return !isMeant || all.some(isThere);
    }
    case 'order': {
      const valueOf = (wanted: string): number =>
        Number(all.find(({ name }) => name === wanted)?.words[1]);
      const [name, ...inner] = constraint.higher.split(' ');
      const isMeant =
        part.name === name && inner.every((each, index) => part.words[index + 1] === each);
      return !isMeant || !(valueOf(constraint.lower) >= Number(part.words[inner.length + 1]));
    }
    case 'prefix':
      // An address without a prefix would do, but which one it is was drawn before.
      return part.name !== constraint.option;
  }
}

/** Whether what is required is still there. */
function isComplete(
  all: readonly Part[],
  { constraints = [] }: ArgumentsSchema,
  { release }: Context,
): boolean {
  if (all.length === 0) return false;
  return constraints
    .filter((constraint) => isReadIn(constraint, release))
    .every(
      (constraint) =>
        constraint.kind !== 'required' || all.some(({ name }) => constraint.oneOf.includes(name)),
    );
}

/**
 * Operands come first; but where a word ends the line for what is around it, last. Before all comes
 * what stands for any network: keepalived takes it for IPv4 when it knows no family, and objects when it
 * does.
 */
function ordered(all: readonly Part[], { anyOrder, unknown }: ArgumentsSchema): readonly Part[] {
  const optionsFirst = anyOrder === true && unknown === 'ends';
  const rank = (part: Part): number => {
    if (isAnyNetwork(part)) return 0;
    if (part.isOperand) return optionsFirst ? 3 : 1;
    return part.isLast ? 4 : 2;
  };
  return [...all].sort((a, b) => rank(a) - rank(b));
}

function isAnyNetwork({ words }: Part): boolean {
  return words.some((each) => anyNetwork.has(each));
}
