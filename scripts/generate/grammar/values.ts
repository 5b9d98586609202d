import type { ValueSchema } from '@kalint/parser';
import {
  choice,
  keyword,
  literal,
  nothing,
  optional,
  remarked,
  repetition,
  sequence,
  symbol,
  type Expression,
} from '../ebnf/expression.ts';
import { argumentsExpression } from './arguments.ts';
import { isAvailable } from './availability.ts';
import { boundsOf } from './facts.ts';
import { numbersName } from './numbers.ts';

type SchemaOf<T extends ValueSchema['type']> = Extract<ValueSchema, { readonly type: T }>;
/**
 * The words behind a keyword. What takes options gives them a production of their own, named by `path`.
 * A type that is new to the table does not compile until it stands here.
 */
export function valueExpression(value: ValueSchema, path: readonly string[]): Expression {
  const words = wordsOf(value, path);
  return remarked(mayBeMissing(value) ? optional(words) : words, boundsOf(value));
}

function mayBeMissing(value: ValueSchema): boolean {
  if (value.type === 'boolean') return true;
  if (value.type === 'integer' && value.bare !== undefined) return true;
  return 'optional' in value && value.optional === true;
}

function wordsOf(value: ValueSchema, path: readonly string[]): Expression {
  switch (value.type) {
    case 'flag':
      return nothing;
    case 'boolean':
      return symbol('Boolean');
    case 'integer':
      return orWords(symbol(value.base === 'any' ? 'AnyInteger' : 'Integer'), value);
    case 'decimal':
      return symbol('Decimal');
    case 'duration':
      return symbol('Duration');
    case 'numbers':
      return orWords(symbol(numbersName(value)), value);
    case 'integers':
      return repetition(symbol('IntegerRange'), 1);
    case 'enum':
      return oneOf(
        value.values.filter((each) => isAvailable(value.availability?.[each])),
        value.ignoreCase,
      );
    case 'string':
      return symbol(value.asCommand ? 'Command' : 'Text');
    case 'hex':
      return hexadecimal(value);
    case 'interface':
      return symbol('Interface');
    case 'address':
      return orWords(symbol(addressName(value)), { names: value.words });
    case 'cidr':
      return orWords(symbol(`${familyOf(value)}Network`), { names: value.words });
    case 'address-range':
      return symbol('AddressRange');
    case 'host':
      return symbol('Host');
    case 'mac':
      return symbol('MacAddress');
    case 'script':
      return value.runAs ? sequence(symbol('Command'), optional(user)) : symbol('Command');
    case 'user':
      return user;
    case 'weight': {
      const { directions = ['reverse'] } = value;
      return sequence(
        symbol('Integer'),
        optional(choice(...directions.map((each) => keyword(each)))),
      );
    }
    case 'umask': {
      const bits = symbol('PermissionBits');
      const all = sequence(bits, repetition(sequence(literal('|'), bits)));
      return choice(symbol('Unsigned'), all);
    }
    case 'hmac-key':
      return symbol('HmacKey');
    case 'list':
      return repetition(valueExpression(value.of, path), 1);
    case 'arguments':
      return argumentsExpression(value, path, valueExpression);
  }
}

const user = sequence(symbol('Text'), optional(symbol('Group')));

function oneOf(words: readonly string[], anyCase = false): Expression {
  return choice(...words.map((word) => literal(word, { anyCase })));
}

interface Names {
  readonly names?: readonly string[] | undefined;
  readonly ignoreCase?: true;
  readonly namedIn?: string;
}

/** A number or an address, or one of the words that may stand for it. */
function orWords(form: Expression, { names = [], ignoreCase, namedIn }: Names): Expression {
  const words = names.map((word) => literal(word, { anyCase: ignoreCase ?? false }));
  const others = namedIn === undefined ? [] : [remarked(symbol('Text'), `a name in ${namedIn}`)];
  return choice(form, ...words, ...others);
}

function hexadecimal({ spaced, wildcard }: SchemaOf<'hex'>): Expression {
  const octets = symbol(wildcard ? 'HexPattern' : 'HexOctets');
  return spaced ? repetition(octets, 1) : octets;
}

/** `IPv4Address`, `LooseMulticastAddress` */
function addressName(address: SchemaOf<'address'>): string {
  const kind = address.multicast ? 'Multicast' : '';
  return `${address.exact ? '' : 'Loose'}${kind}${familyOf(address)}Address`;
}

function familyOf({ family }: { readonly family?: 4 | 6 }): string {
  return family === undefined ? '' : `IPv${family}`;
}
