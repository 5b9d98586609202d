import { nearest } from '@kalint/linter';
import { isMap, isScalar, isSeq, type Pair } from 'yaml';
import { isReference, type Root } from './document.ts';
import type { Problem } from './problem.ts';

/*
 * What a value of the configuration may be: how it is read, and the JSON Schema that says the same to
 * editors. Everything that does not fit is reported, at its place, so that one run shows all mistakes.
 */

/** A JSON Schema, or a part of one (draft-07). */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/** What a value may be. */
export interface Form<T> {
  readonly schema: Schema;
  /** The value; undefined when it does not fit, which has been reported then. */
  readonly read: (written: Written, report: Report) => T | undefined;
}

/** A value as it is written. */
export interface Written {
  readonly node: Root;
  /** Where it begins; where its key ends when nothing is written. */
  readonly at: number;
}

/** Takes down what does not fit. */
export type Report = (problem: Problem) => void;

/** A value, and where it begins. */
export interface Placed<T> {
  readonly value: T;
  readonly at: number;
}

/** The form with what people should know of it; `details` go into the schema. */
export function described<T>(description: string, form: Form<T>, details: Schema = {}): Form<T> {
  return { ...form, schema: { description, ...form.schema, ...details } };
}

/** Nobody counts further. */
const largestNumber = 999_999_999;

/** Any text. */
export const text: Form<string> = {
  schema: { type: 'string' },
  read: (written, report) => {
    const value = textOf(written);
    if (value === undefined) misfit(written, 'a text', report);
    return value;
  },
};

/** A text that matches a pattern; `expected` says in words what it asks for. */
export function textLike(pattern: RegExp, expected: string): Form<string> {
  return {
    schema: { type: 'string', pattern: pattern.source },
    read: (written, report) => {
      const value = textOf(written);
      if (value !== undefined && pattern.test(value)) return value;
      misfit(written, expected, report);
      return undefined;
    },
  };
}

/** A whole number, from 0. */
export const wholeNumber: Form<number> = {
  schema: { type: 'integer', minimum: 0, maximum: largestNumber },
  read: (written, report) => {
    const { node } = written;
    const value: unknown = isScalar(node) ? node.value : undefined;
    if (
      typeof value === 'number' &&
      Number.isInteger(value) &&
      value >= 0 &&
      value <= largestNumber
    )
      return value;
    report({ at: written.at, message: 'it should be a whole number, such as 0' });
    return undefined;
  },
};

/** One of several texts; `describe` says what is wrong with another one. */
export function oneOf<T extends string>(
  values: readonly T[],
  describe: (text: string) => string = (wrong) => describeOther(wrong, values),
): Form<T> {
  return {
    schema: { enum: values },
    read: (written, report) => {
      const wanted = textOf(written);
      const value = values.find((each) => each === wanted);
      if (value !== undefined) return value;
      if (wanted === undefined) misfit(written, 'a text', report);
      else report({ at: written.at, message: describe(wanted) });
      return undefined;
    },
  };
}

function describeOther(wrong: string, values: readonly string[]): string {
  const meant = nearest(wrong, values);
  const hint = meant.length > 0 ? `did you mean ${meant.map(quoted).join(' or ')}?` : undefined;
  return `${quoted(wrong)} is none of ${values.join(', ')}${hint === undefined ? '' : `; ${hint}`}`;
}

/** The same, with its place. */
export function placed<T>({ schema, read }: Form<T>): Form<Placed<T>> {
  return {
    schema,
    read: (written, report) => {
      const value = read(written, report);
      return value === undefined ? undefined : { value, at: written.at };
    },
  };
}

/** A list; what does not fit is left out. */
export function list<T>(form: Form<T>, atLeast = 0): Form<readonly T[]> {
  return {
    schema: { type: 'array', items: form.schema, ...(atLeast > 0 && { minItems: atLeast }) },
    read: (written, report) => {
      const { node, at } = written;
      if (!isSeq<Root>(node)) {
        misfit(written, 'a list', report);
        return undefined;
      }
      if (node.items.length < atLeast)
        report({ at, message: `it should have at least ${atLeast === 1 ? 'one' : atLeast}` });
      return node.items.flatMap(
        (item) => form.read({ node: item, at: startOf(item) ?? at }, report) ?? [],
      );
    },
  };
}

/** The names that values may have, each with what it stands for, and what is said of other ones. */
export interface Names {
  readonly known: ReadonlyMap<string, string>;
  readonly describeOther: (name: string) => string;
}

/** Values by their names; any name is right when nothing is said of them. */
export function named<T>(form: Form<T>, names?: Names): Form<ReadonlyMap<string, T>> {
  return {
    schema: {
      type: 'object',
      ...(names ? schemaOf(names, form) : { additionalProperties: form.schema }),
    },
    read: (written, report) => {
      const entries = entriesOf(written, report);
      if (!entries) return undefined;
      const found = new Map<string, T>();
      for (const { name, at, value } of entries) {
        if (names && !names.known.has(name)) report({ at, message: names.describeOther(name) });
        const read = form.read(value, report);
        if (read !== undefined) found.set(name, read);
      }
      return found;
    },
  };
}

function schemaOf({ known }: Names, { schema }: Form<unknown>): Schema {
  const properties = [...known].map(([name, description]) => [name, { description, ...schema }]);
  return { properties: Object.fromEntries(properties), additionalProperties: false };
}

type Forms<T> = { readonly [K in keyof T]-?: Form<Exclude<T[K], undefined>> };
type Draft<T> = { -readonly [K in keyof T]?: T[K] };

/** Settings, each with a form of its own, and no others. */
export function settings<T extends object>(
  forms: Forms<T>,
  required: readonly (keyof T & string)[] = [],
): Form<T> {
  const names = Object.keys(forms);
  const isSetting = (name: string): name is keyof T & string => Object.hasOwn(forms, name);
  const isWhole = (draft: Draft<T>): draft is T => required.every((name) => name in draft);
  return {
    schema: {
      type: 'object',
      ...(required.length > 0 && { required }),
      properties: Object.fromEntries(
        Object.entries<Form<unknown>>(forms).map(([name, { schema }]) => [name, schema]),
      ),
      additionalProperties: false,
    },
    read: (written, report) => {
      const draft: Draft<T> = {};
      const put = <K extends keyof T & string>(name: K, value: Written): void => {
        const read = forms[name].read(value, report);
        if (read !== undefined) draft[name] = read;
      };
      const entries = entriesOf(written, report);
      if (!entries) return undefined;
      for (const { name, at, value } of entries) {
        if (isSetting(name)) put(name, value);
        else report({ at, message: describeUnknown(name, names) });
      }
      for (const name of required) {
        if (!entries.some((entry) => entry.name === name))
          report({ at: written.at, message: `it has no ${quoted(name)}` });
      }
      return isWhole(draft) ? draft : undefined;
    },
  };
}

function describeUnknown(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  const hint =
    meant.length > 0
      ? `did you mean ${meant.map(quoted).join(' or ')}?`
      : `the settings here are ${known.filter((each) => !each.startsWith('$')).join(', ')}`;
  return `there is no setting ${quoted(name)}; ${hint}`;
}

interface Entry {
  readonly name: string;
  readonly at: number;
  readonly value: Written;
}

/** The entries of an object, each name once; undefined when it is none. */
function entriesOf(written: Written, report: Report): readonly Entry[] | undefined {
  const { node } = written;
  if (!isMap<Root, Root>(node)) {
    misfit(written, 'an object, which has settings', report);
    return undefined;
  }
  const entries = new Map<string, Entry>();
  for (const pair of node.items) {
    const entry = entryOf(pair, written.at);
    if (!entry) report({ at: startOf(pair.key) ?? written.at, message: 'a name should be a text' });
    else if (entries.has(entry.name))
      report({ at: entry.at, message: `${quoted(entry.name)} is there twice; keep one of them` });
    else entries.set(entry.name, entry);
  }
  return [...entries.values()];
}

function entryOf({ key, value }: Pair<Root, Root>, around: number): Entry | undefined {
  if (!isScalar(key)) return undefined;
  const name = typeof key.value === 'string' ? key.value : key.source;
  if (name === undefined) return undefined;
  const at = startOf(key) ?? around;
  return { name, at, value: { node: value, at: startOf(value) ?? key.range?.[1] ?? at } };
}

function textOf({ node }: Written): string | undefined {
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}

function startOf(node: Root): number | undefined {
  return node?.range?.[0];
}

function misfit({ node, at }: Written, expected: string, report: Report): void {
  report({ at, message: `it should be ${expected}, ${whatIs(node)}` });
}

/** What stands there instead, for a sentence. */
function whatIs(node: Root): string {
  if (isMap(node)) return 'and is an object';
  if (isSeq(node)) return 'and is a list';
  if (node && isReference(node)) return 'written out: references (*NAME) are not followed';
  if (!isScalar(node) || node.value === null) return 'and is empty';
  if (typeof node.value === 'string') return `and is ${quoted(node.value)}`;
  return `and is ${String(node.source)}; a text that looks like that needs quotes`;
}

const longestQuote = 40;

/** A text of the file for a message, between backquotes, shortened when it is long. */
export function quoted(value: string): string {
  return `\`${value.length > longestQuote ? `${value.slice(0, longestQuote)}…` : value}\``;
}
