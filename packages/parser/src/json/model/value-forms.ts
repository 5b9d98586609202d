import type { Argument, HmacKey, Script, User } from '../../model/values.ts';
import type { ArgumentsSchema, OptionSchema, ValueSchema } from '../../schema/value.ts';
import { objectSchema, refined, type JsonSchema } from '../schema.ts';
import {
  address,
  addressDefinitions,
  addressOrName,
  addressOrWord,
  addressRange,
  cidr,
} from './address-forms.ts';
import { list, optional, plain, record, text, truth, type Form, type Json } from './form.ts';
import {
  decimal,
  duration,
  integer,
  numberOrName,
  numberRange,
  weight,
  wholeNumber,
} from './number-forms.ts';
import { place, places } from './place-form.ts';

const forms = new WeakMap<ValueSchema, Form<never>>();

/** The form of the values that a schema reads. */
export function formOf(schema: ValueSchema): Form<never> {
  const known = forms.get(schema);
  if (known) return known;
  const form = makeForm(schema);
  forms.set(schema, form);
  return form;
}

/** The one place that says of each type of values how it looks. */
function makeForm(schema: ValueSchema): Form<never> {
  switch (schema.type) {
    case 'flag':
      return plain<true>({ const: true });
    case 'boolean':
      return truth;
    case 'integer':
      return integer(schema);
    case 'decimal':
      return decimal(schema);
    case 'duration':
      return duration;
    case 'numbers':
      return list(numberOrName(schema));
    case 'integers':
      return list(numberRange(schema));
    case 'enum':
      return plain<string>({ enum: schema.values });
    case 'string':
    case 'hex':
    case 'interface':
    case 'mac':
      return text;
    case 'address':
      return addressOrWord(address, schema);
    case 'cidr':
      return addressOrWord(cidr, schema);
    case 'address-range':
      return addressRange;
    case 'host':
      return addressOrName;
    case 'script':
      return script;
    case 'user':
      return user;
    case 'weight':
      return weight(schema);
    case 'umask':
      return wholeNumber({ min: 0, max: 0o777 });
    case 'hmac-key':
      return hmacKey;
    case 'list':
      return list(formOf(schema.of));
    case 'arguments':
      return argumentsForm(schema);
  }
}

/** The definitions to which the schemas of values refer. */
export const valueDefinitions: Readonly<Record<'address' | 'cidr' | 'argument', JsonSchema>> = {
  argument: {
    description:
      'An operand, or an option with its value: `word` names it, `words` hold the value.',
    ...objectSchema({ value: {}, word: place.schema, words: places.schema }),
  },
  ...addressDefinitions,
};

const script = record<Script>({ command: text, user: optional(text), group: optional(text) });
const user = record<User>({ user: text, group: optional(text) });

const hmacKey = record<HmacKey>({ form: plain({ enum: ['text', 'hex', 'file'] }), text });

/** The operands and options of a line, each with the words that hold it. */
function argumentsForm({ operands = {}, options = {} }: ArgumentsSchema): Form<object> {
  const required: Record<string, JsonSchema> = {};
  const further: Record<string, JsonSchema> = {};
  const fields = new Map<string, Form<never>>();
  for (const [name, operand] of Object.entries(operands)) {
    const form = argument(formOf(operand.value), operand.summary);
    (operand.optional ? further : required)[name] = form.schema;
    fields.set(name, form);
  }
  for (const [name, option] of Object.entries(options)) {
    if (option.sameAs !== undefined) continue;
    const form = optionForm(option);
    further[name] = form.schema;
    fields.set(name, form);
  }
  return {
    schema: objectSchema(required, further),
    write: (values) => {
      const written: Record<string, Json> = {};
      for (const [name, value] of Object.entries<unknown>({ ...values })) {
        // The names and the values were read by the schema that the forms are made from.
        const json = fields.get(name)?.write(value as never);
        if (json !== undefined) written[name] = json;
      }
      return written;
    },
  };
}

function optionForm({ value, summary, repeat }: OptionSchema): Form<never> {
  const form = argument(value ? formOf(value) : plain<true>({ const: true }), summary);
  return repeat === 'each' ? list(form) : form;
}

function argument(value: Form<never>, summary: string): Form<Argument<never>> {
  const { write } = record<Argument<never>>({ value, word: place, words: places });
  return {
    schema: { description: summary, ...refined('argument', { value: value.schema }) },
    write,
  };
}
