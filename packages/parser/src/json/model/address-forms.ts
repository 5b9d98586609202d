import type { Address } from '../../model/address.ts';
import type { AddressRange, Cidr } from '../../model/values.ts';
import type { AddressSchema, CidrSchema } from '../../schema/value.ts';
import { reference, type JsonSchema } from '../schema.ts';
import { either, optional, plain, record, text, truth, type Form } from './form.ts';
import { isNumber, wholeNumber } from './number-forms.ts';

const addressFields = {
  family: plain<4 | 6>({ enum: [4, 6] }),
  text: plain<string>({ description: 'As it is written.', type: 'string' }),
  key: plain<string>({
    description: 'The same for every way to write the same address.',
    type: 'string',
  }),
  multicast: truth,
  linkLocal: truth,
};

const wholeAddress = record<Address>(addressFields);
const wholeCidr = record<Cidr>({
  ...addressFields,
  prefix: optional(wholeNumber({ min: 0, max: 128 })),
});

export const address: Form<Address> = { ...wholeAddress, schema: reference('address') };
export const cidr: Form<Cidr> = { ...wholeCidr, schema: reference('cidr') };

/** The definitions to which these schemas refer. */
export const addressDefinitions: Readonly<Record<'address' | 'cidr', JsonSchema>> = {
  address: { description: 'An IP address.', ...wholeAddress.schema },
  cidr: {
    description: 'An IP address; without a prefix keepalived takes all of it.',
    ...wholeCidr.schema,
  },
};

/** An address, or one of the words that may stand for one. */
export function addressOrWord<T extends Address>(
  form: Form<T>,
  { words }: AddressSchema | CidrSchema,
): Form<never> {
  return words ? either(plain<string>({ enum: words }), form, isText) : form;
}

/** An address, or a name that is resolved. */
export const addressOrName = either(text, address, isText);

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export const addressRange = record<AddressRange>({
  first: address,
  last: optional(either(wholeNumber({ min: 0, max: 0xffff }), address, isNumber)),
  prefix: optional(wholeNumber({ min: 1, max: 128 })),
});
