import type { LineType, lineSchemas } from '../schema/lines.ts';
import type { endpoint, virtualServerKey } from '../schema/server-values.ts';
import type { ArgumentsSchema, OperandSchema, OptionSchema, ValueSchema } from '../schema/value.ts';
import type { Word } from '../syntax/tree.ts';
import type { Address } from './address.ts';

/** An address and the length of its prefix. */
export interface Cidr extends Address {
  /** Without one keepalived takes the whole address: 32 or 128. */
  readonly prefix: number | undefined;
}

/** Addresses that follow one another. */
export interface AddressRange {
  readonly first: Address;
  /** The last octet, or group, of the last address; or the last address; absent: it is the first. */
  readonly last: Address | number | undefined;
  readonly prefix: number | undefined;
}

/** A time as the kernel's routes have it. */
export interface Duration {
  readonly value: number;
  /** `raw`: the kernel's own unit. */
  readonly unit: 's' | 'ms' | 'raw';
}

/** A command and who runs it. */
export interface Script {
  /** The command with its arguments, quotes removed. */
  readonly command: string;
  readonly user: string | undefined;
  readonly group: string | undefined;
}

/** A user and perhaps a group, by name or number. */
export interface User {
  readonly user: string;
  readonly group: string | undefined;
}

/** What a tracker adds to the priority. */
export interface Weight {
  readonly weight: number;
  /** Absent: nothing is said. */
  readonly reverse: boolean | undefined;
}

/** From and to, both included. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/** A shared secret; never to be shown. */
export interface HmacKey {
  readonly form: 'text' | 'hex' | 'file';
  /** The text, the hexadecimal digits or the path. */
  readonly text: string;
}

/** An operand, or an option with its value, of a line. */
export interface Argument<T> {
  readonly value: T;
  /** The word that names it: the option, or the operand itself. */
  readonly word: Word;
  /** The words that hold the value; empty when the option stands alone. */
  readonly words: readonly Word[];
}

/** The type of the value that a schema reads. */
export type ValueOf<S extends ValueSchema> =
  ReadValue<S> | (S extends { readonly optional: true } ? undefined : never);

type ReadValue<S extends ValueSchema> = S extends ArgumentsSchema
  ? ArgumentsOf<S>
  : S extends { readonly type: 'enum'; readonly values: readonly (infer V)[] }
    ? V
    : S extends { readonly type: 'list'; readonly of: infer E extends ValueSchema }
      ? readonly ReadValue<E>[]
      : S['type'] extends keyof ValueTypes
        ? ValueTypes[S['type']] | WordsOf<S>
        : never;

/** Words that may stand for a number or an address. */
type WordsOf<S extends ValueSchema> = S extends { readonly namedIn: string }
  ? string
  : S extends { readonly names: readonly (infer N)[] }
    ? N
    : S extends { readonly words: readonly (infer W)[] }
      ? W
      : never;

interface ValueTypes {
  flag: true;
  boolean: boolean;
  integer: number;
  decimal: number;
  duration: Duration;
  numbers: readonly (number | string)[];
  integers: readonly NumberRange[];
  string: string;
  hex: string;
  interface: string;
  address: Address;
  cidr: Cidr;
  'address-range': AddressRange;
  host: Address | string;
  mac: string;
  script: Script;
  user: User;
  weight: Weight;
  umask: number;
  'hmac-key': HmacKey;
}

/** The operands and options that stand on a line, by their names. */
export type ArgumentsOf<S extends ArgumentsSchema> = OperandsOf<S['operands']> &
  OptionsOf<S['options']>;

type OperandsOf<O> = {
  readonly [N in keyof O as O[N] extends { readonly optional: true } ? never : N]: OperandOf<O[N]>;
} & {
  readonly [N in keyof O as O[N] extends { readonly optional: true } ? N : never]?: OperandOf<O[N]>;
};

type OperandOf<O> = O extends OperandSchema ? Argument<ValueOf<O['value']>> : never;

type OptionsOf<O> = {
  readonly [N in keyof O as O[N] extends { readonly sameAs: string } ? never : N]?: OptionOf<O[N]>;
};

type OptionOf<O> = O extends { readonly repeat: 'each' }
  ? readonly Argument<ValueOfOption<O>>[]
  : Argument<ValueOfOption<O>>;

type ValueOfOption<O> = O extends OptionSchema
  ? O['value'] extends ValueSchema
    ? ValueOf<O['value']>
    : true
  : never;

/** The type of an entry of a free-form block. */
export type LineOf<L extends LineType> = ValueOf<(typeof lineSchemas)[L]>;

/** A line of virtual_ipaddress, virtual_ipaddress_excluded or static_ipaddress. */
export type AddressLine = LineOf<'address'>;
/** A line of virtual_routes or static_routes. */
export type RouteLine = LineOf<'route'>;
/** A line of virtual_rules or static_rules. */
export type RuleLine = LineOf<'rule'>;
/** A line of track_interface, track_script, track_file, track_process or track_bfd. */
export type TrackedItem = LineOf<'tracked-script'>;
/** A line of unicast_peer. */
export type UnicastPeer = LineOf<'unicast-peer'>;
/** An address and a port, as real_server and sorry_server take them. */
export type Endpoint = ValueOf<typeof endpoint>;
/** What a virtual_server stands for. */
export type VirtualServerKey = ValueOf<typeof virtualServerKey>;
