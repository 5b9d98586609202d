import fc from 'fast-check';
import { compareReleases } from '../../src/index.ts';
import { isReadIn } from '../../src/model/availability.ts';
import type {
  AddressSchema,
  Availability,
  CidrSchema,
  EnumSchema,
  HexSchema,
  IntegerSchema,
  UmaskSchema,
  ValueSchema,
  WeightSchema,
} from '../../src/schema/value.ts';
import { hostAddress, multicastAddress, prefixedAddress } from './addresses.ts';
import { argumentWords } from './arguments.ts';
import { matching } from './matching.ts';
import { interfaces, namesCalled, type Context } from './names.ts';
import {
  decimalNumber,
  duration,
  joinedNumbers,
  numberOrRange,
  rangeFor,
  wholeNumber,
} from './numbers.ts';
import { anyNetwork, type Words } from './words.ts';

/** Words that a schema reads without a problem; none, sometimes, when it can do without. */
export function valueWords(schema: ValueSchema, context: Context): Words {
  const words = presentWords(schema, context);
  const mayBeBare =
    schema.type === 'boolean' ||
    ('optional' in schema && schema.optional === true) ||
    ('bare' in schema && schema.bare !== undefined);
  return mayBeBare ? fc.oneof(fc.constant([]), words) : words;
}

/** Words that a schema reads without a problem; not none, unless it takes none. */
export function presentWords(schema: ValueSchema, context: Context): Words {
  switch (schema.type) {
    case 'flag':
      return fc.constant([]);
    case 'script':
      return fc.tuple(command, schema.runAs ? owner : fc.constant([])).map(([a, b]) => [a, ...b]);
    case 'user':
      return fc.constantFrom(['root'], ['root', 'root']);
    case 'weight':
      return weightWords(schema, context);
    case 'integers': {
      const number = numberOrRange(schema.min, schema.max);
      return fc.array(number, { minLength: 1, maxLength: 3 });
    }
    case 'list':
      return fc
        .array(presentWords(schema.of, context), { minLength: 1, maxLength: 2 })
        .map((all) => all.flat());
    case 'arguments':
      return argumentWords(schema, context, presentWords);
    case 'hex':
      return hexWords(schema, context);
    default:
      return word(schema, context).map((one) => [one]);
  }
}

type OneWordSchema = Exclude<
  ValueSchema,
  { type: 'flag' | 'script' | 'user' | 'weight' | 'integers' | 'list' | 'arguments' | 'hex' }
>;

function word(schema: OneWordSchema, context: Context): fc.Arbitrary<string> {
  const { family, names, release } = context;
  switch (schema.type) {
    case 'boolean':
      return fc.constantFrom('true', 'on', 'yes', 'false', 'off', 'no');
    case 'integer':
      return integer(rangeFor(schema, release));
    case 'decimal':
      return decimalNumber(rangeFor(schema, release));
    case 'duration':
      return duration(schema, release);
    case 'numbers':
      return joinedNumbers(schema);
    case 'enum':
      return fc.constantFrom(...enumValues(schema, context));
    case 'string': {
      const called = namesCalled(schema.syntax, names);
      return called ? fc.constantFrom(...called) : text(schema.maxLength);
    }
    case 'interface':
      return schema.created ? vmacName : fc.constantFrom(...interfaces);
    case 'address':
      return address(schema, family);
    case 'cidr':
      return network(schema, family);
    case 'address-range':
      return addressRange(family);
    case 'host':
      return fc.oneof(hostAddress(family), fc.constant('mail.example.com'));
    case 'mac':
      return matching(/^02(:[0-9a-f]{2}){5}$/);
    case 'umask':
      return fc.oneof(fc.constantFrom('0077', '077', '0x3f'), permissionBits(schema, context));
    case 'hmac-key':
      return matching(new RegExp(`^[a-z0-9]{${schema.minBytes},${schema.maxBytes}}$`));
  }
}

function integer({ min, max, names = [] }: IntegerSchema): fc.Arbitrary<string> {
  const number = wholeNumber(min, max);
  return names.length === 0 ? number : fc.oneof(number, fc.constantFrom(...names));
}

function enumValues({ values, availability }: EnumSchema, context: Context): readonly string[] {
  return values.filter((value) => isAvailableIn(availability?.[value], context));
}

function isAvailableIn(availability: Availability | undefined, { release }: Context): boolean {
  return availability === undefined || isReadIn(availability, release);
}

function permissionBits(
  { bits, availability }: UmaskSchema,
  context: Context,
): fc.Arbitrary<string> {
  const known = Object.keys(bits).filter((bit) => isAvailableIn(availability?.[bit], context));
  return fc.subarray(known, { minLength: 1 }).map((some) => some.join('|'));
}

/** Text that needs no quotes, or has them. */
function text(maxLength = 20): fc.Arbitrary<string> {
  const plain = matching(new RegExp(`^[A-Za-z][A-Za-z0-9_./:-]{0,${maxLength - 1}}$`));
  return fc.oneof(
    plain,
    plain.map((each) => `"${each}"`),
  );
}

const vmacName = fc.integer({ min: 1, max: 255 }).map((number) => `vrrp.${number}`);

function address({ family, multicast }: AddressSchema, wanted: 4 | 6): fc.Arbitrary<string> {
  return multicast ? multicastAddress(family ?? wanted) : hostAddress(family ?? wanted);
}

/** Words such as `default` stand for networks of any family, but not where the family is said. */
function network({ family, words = [] }: CidrSchema, wanted: 4 | 6): fc.Arbitrary<string> {
  const one = fc.oneof(hostAddress(family ?? wanted), prefixedAddress(family ?? wanted));
  const any = words.filter((each) => anyNetwork.has(each));
  return family || any.length === 0 ? one : fc.oneof(one, one, fc.constantFrom(...any));
}

function addressRange(family: 4 | 6): fc.Arbitrary<string> {
  const range = family === 4 ? '198.51.100.1-20' : '2001:db8::1-20';
  return fc.oneof(hostAddress(family), fc.constant(range));
}

const command = fc.constantFrom(
  ...['/bin/true', '"/bin/true"', '"/bin/true --quiet 1"', "'/bin/true a b'"],
);

const owner = fc.constantFrom([], ['root'], ['root', 'root']);

function weightWords(
  { min, max, directions, directionsSince }: WeightSchema,
  context: Context,
): Words {
  const known = isAvailableIn({ since: directionsSince }, context) ? directions : [];
  const direction = fc.constantFrom([], ...known.map((each) => [each]));
  return fc.tuple(wholeNumber(min, max), direction).map(([weight, words]) => [weight, ...words]);
}

function hexWords({ octets, wildcard, endsInFfSince }: HexSchema, { release }: Context): Words {
  const count = octets === undefined ? '{1,8}' : `{${octets}}`;
  const digit = wildcard ? '[0-9a-fx]' : '[0-9a-f]';
  const mayEndInFf = !endsInFfSince || compareReleases(release, endsInFfSince) >= 0;
  return matching(new RegExp(`^(${digit}{2})${count}$`))
    .filter((digits) => mayEndInFf || !digits.endsWith('ff'))
    .map((digits) => [digits]);
}
