import { lineSchemas, type ValueSchema } from '@kalint/parser';
import {
  literal,
  optional,
  remarked,
  repetition,
  sequence,
  symbol,
  type Production,
} from '../ebnf/expression.ts';
import { innerEntries, topEntries, type Entry } from './entries.ts';

/* Words made of several numbers: `3/4`, `1-5`, `fe80:1:2:3`. Each kind is a production of its own. */

type Numbers = Extract<ValueSchema, { readonly type: 'numbers' }>;

/** `Numbers1to2BySlash` */
export function numbersName({ separator, least, most, base }: Numbers): string {
  const kind = base === 'any' ? 'Numbers' : base === 16 ? 'HexNumbers' : 'Integers';
  const count = least === most ? `${most}` : `${least}to${most}`;
  return `${kind}${count}By${separatorNames[separator] ?? separator}`;
}

const separatorNames: Readonly<Record<string, string>> = {
  '/': 'Slash',
  '-': 'Dash',
  ':': 'Colon',
};

/** The productions of all kinds of numbers in the table. */
export function numbersProductions(): readonly Production[] {
  const found = new Map<string, Production>();
  for (const schema of allValues()) {
    if (schema.type !== 'numbers') continue;
    const name = numbersName(schema);
    found.set(name, { name, expression: numbersExpression(schema) });
  }
  return [...found.values()];
}

function numbersExpression({ separator, least, most, base }: Numbers): Production['expression'] {
  const number =
    base === 'any'
      ? symbol('AnyInteger')
      : base === 16
        ? repetition(symbol('HexDigit'), 1)
        : symbol('Integer');
  const another = sequence(literal(separator), number);
  const needed = sequence(number, ...Array.from({ length: least - 1 }, () => another));
  if (most === least) return needed;
  if (most === least + 1) return sequence(needed, optional(another));
  return remarked(sequence(needed, repetition(another)), `at most ${most}`);
}

function* allValues(): Generator<ValueSchema> {
  for (const line of Object.values(lineSchemas)) yield* valuesIn(line);
  yield* valuesOf(topEntries());
}

function* valuesOf(entries: readonly Entry[]): Generator<ValueSchema> {
  for (const entry of entries) {
    yield* valuesIn(entry.schema.value);
    yield* valuesOf(innerEntries(entry));
  }
}

function* valuesIn(value: ValueSchema): Generator<ValueSchema> {
  yield value;
  if (value.type === 'list') yield* valuesIn(value.of);
  if (value.type !== 'arguments') return;
  for (const { value: inner } of Object.values({ ...value.operands, ...value.options })) {
    if (inner) yield* valuesIn(inner);
  }
}
