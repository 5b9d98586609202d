import type { ValueSchema } from '@kalint/parser';
import {
  choice,
  keyword,
  named,
  nothing,
  optional,
  remarked,
  repetition,
  sequence,
  type Expression,
} from '../ebnf/expression.ts';
import { isAvailable } from './availability.ts';

/* Lines of several values: operands, told by their place or their form, and options, told by their names. */

type Arguments = Extract<ValueSchema, { readonly type: 'arguments' }>;
type Operand = NonNullable<Arguments['operands']>[string];
type Option = NonNullable<Arguments['options']>[string];

/** What the words of a value are; handed in, because arguments have values that have arguments. */
export type ExpressionOf = (value: ValueSchema, path: readonly string[]) => Expression;

/** An operand or an option that the newest release reads, and where it stands. */
export interface Argument<S> {
  readonly name: string;
  readonly schema: S;
  readonly path: readonly string[];
  readonly expression: Expression;
}

/** Options that may take each other's place. */
export interface OptionGroup {
  /** Of its production: `option.virtual_ipaddress`. */
  readonly name: string;
  readonly options: readonly Argument<Option>[];
}

export function operandsOf(
  { operands = {}, options = {} }: Arguments,
  path: readonly string[],
  expressionOf: ExpressionOf,
): readonly Argument<Operand>[] {
  return Object.entries(operands)
    .filter(([, schema]) => isAvailable(schema))
    .map(([name, schema]) => {
      const own = [...path, name];
      const { before = '' } = schema;
      const next = options[before]?.value;
      const expression = sequence(
        expressionOf(schema.value, own),
        next ? expressionOf(next, [...path, before]) : nothing,
      );
      return { name, schema, path: own, expression };
    });
}

/** Those that may stand anywhere, and those behind which nothing else may stand. */
export function optionGroups(
  value: Arguments,
  path: readonly string[],
  expressionOf: ExpressionOf,
): readonly OptionGroup[] {
  const options = optionsOf(value, path, expressionOf);
  return [
    { name: ['option', ...path].join('.'), options: options.filter((each) => !isLast(each)) },
    { name: ['last-option', ...path].join('.'), options: options.filter(isLast) },
  ].filter((group) => group.options.length > 0);
}

function isLast({ schema }: Argument<Option>): boolean {
  return schema.last === true || schema.ends === true;
}

function optionsOf(
  { options = {}, unnamed }: Arguments,
  path: readonly string[],
  expressionOf: ExpressionOf,
): readonly Argument<Option>[] {
  return Object.entries(options)
    .filter(([, schema]) => isAvailable(schema))
    .filter(([, { only }]) => !only || only.some((block) => path.includes(block)))
    .flatMap(([name, schema]) => {
      const own = [...path, schema.sameAs ?? name];
      const { value } = options[schema.sameAs ?? name] ?? schema;
      const argument = (schemaOf: Option, head: Expression, words: Expression) => {
        const expression = remarked(sequence(head, words), remarkOn(schema));
        return { name, schema: schemaOf, path: own, expression };
      };
      if (value?.type === 'string' && value.optional) {
        // It takes any word, so nothing but the end of the line can leave it out.
        return [
          argument(schema, keyword(name), withoutDoubt(expressionOf(value, own))),
          argument({ ...schema, ends: true }, keyword(name), nothing),
        ];
      }
      const head = name === unnamed ? optional(keyword(name)) : keyword(name);
      return [argument(schema, head, value ? expressionOf(value, own) : nothing)];
    });
}

function remarkOn({ deprecated, unsupported, family }: Option): string {
  return [
    ...(deprecated ? [`deprecated since ${deprecated.since}: use ${deprecated.use}`] : []),
    ...(unsupported ? ['not supported'] : []),
    ...(family ? [`IPv${family}`] : []),
  ].join(', ');
}

/** The words of a line; at least one, as a schema says when nothing may stand. */
export function argumentsExpression(
  value: Arguments,
  path: readonly string[],
  expressionOf: ExpressionOf,
): Expression {
  const operands = operandsOf(value, path, expressionOf);
  const groups = optionGroups(value, path, expressionOf);
  const options = groups.map(severalOf);
  if (value.anyOrder) return inAnyOrder(operands, options);
  const first = inOrder(operands);
  if (first.kind !== 'optional' && first !== nothing) return sequence(first, ...options);
  const withOperands = first === nothing ? [] : [sequence(withoutDoubt(first), ...options)];
  // Without any operand the options of one group begin.
  const others = options.map((option, index) =>
    sequence(withoutDoubt(option), ...options.slice(index + 1)),
  );
  return choice(...withOperands, ...others);
}

/** Any number of a group; one when there is no other, or when it is the last. */
function severalOf({ name, options }: OptionGroup): Expression {
  const [only, ...more] = options;
  const alternatives = options.map(({ expression, schema }) =>
    schema.last ? repetition(expression, 1) : expression,
  );
  const any = named(name, choice(...alternatives));
  const isLastGroup = only !== undefined && isLast(only);
  return isLastGroup || more.length === 0 ? optional(any) : repetition(any);
}

/** `x` for `x?`, `x+` for `x*`. */
function withoutDoubt(expression: Expression): Expression {
  switch (expression.kind) {
    case 'optional':
      return expression.item;
    case 'repetition':
      return { ...expression, atLeast: 1 };
    case 'remark':
      return { ...expression, item: withoutDoubt(expression.item) };
    default:
      return expression;
  }
}

/** One that is needed has options before and behind it; others are like options. */
function inAnyOrder(
  operands: readonly Argument<Operand>[],
  [options = nothing, ...last]: readonly Expression[],
): Expression {
  const [only, ...more] = operands;
  if (only && more.length === 0 && !only.schema.optional) {
    return sequence(options, only.expression, options, ...last);
  }
  const any = 'item' in options ? [options.item] : [];
  const mixed = choice(...operands.map(({ expression }) => expression), ...any);
  return sequence(repetition(mixed, 1), ...last);
}

/** Behind one that is left out only those may stand that are needed. */
function inOrder([first, ...more]: readonly Argument<Operand>[]): Expression {
  if (!first) return nothing;
  const rest = inOrder(more);
  if (!first.schema.optional) return sequence(first.expression, rest);
  const isNeeded = more.some(({ schema }) => !schema.optional);
  return isNeeded
    ? sequence(optional(first.expression), rest)
    : optional(sequence(first.expression, rest));
}
